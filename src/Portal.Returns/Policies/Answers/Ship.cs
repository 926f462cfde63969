using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>How the goods may travel, best first.</summary>
public sealed record Ship(IReadOnlyList<ShipmentMethod> Methods) : Answer
{
    protected override string Text => $"method: [{string.Join(", ", Methods)}]";
}
