using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>How the goods may travel, best first.</summary>
public sealed record Ship(IReadOnlyList<ShipmentMethod> Methods) : Answer
{
    internal override IReadOnlyList<(string Key, string Value)> Entries => [("method", $"[{string.Join(", ", Methods)}]")];
}
