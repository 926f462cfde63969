using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>What the shopper may choose from, best first.</summary>
public sealed record Offer(IReadOnlyList<Resolution> Resolutions) : Answer
{
    protected override string Text => $"offer: [{string.Join(", ", Resolutions)}]";
}
