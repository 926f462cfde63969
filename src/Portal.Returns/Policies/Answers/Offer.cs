using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>What the shopper may choose from, best first.</summary>
/// <param name="Resolutions">At least one.</param>
/// <param name="Bonus">What is added to store credit: an amount, or per cent of what was paid for the requested pieces; or null.</param>
public sealed record Offer(IReadOnlyList<Resolution> Resolutions, MarketValue<Rate>? Bonus = null) : Answer
{
    internal override IReadOnlyList<(string Key, string Value)> Entries => 
    [
        ("offer", $"[{string.Join(", ", Resolutions)}]"),
        .. Bonus is null ? default(ReadOnlySpan<(string, string)>) : [("bonus", Bonus.Text)],
    ];

    /// <summary>What the bonus comes to, once fixed for one situation; null where there is none.</summary>
    internal Bonus? Fixed { get; private init; }

    internal override Answer In(Situation at, ref IReadOnlyList<UsedFact> used) => Bonus is null ? this : Bonus.Find(at.Order.Market) is { } rate
        ? this with { Bonus = MarketValue.Of(rate), Fixed = new Bonus(rate.Of(at.AmountPaid), rate.IsPercent ? rate : null) }
        : this with { Bonus = null };
}
