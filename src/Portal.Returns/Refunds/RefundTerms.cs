using Portal.Returns.Decisions;

namespace Portal.Returns.Refunds;

/// <summary>What beside the pieces themselves enters a refund.</summary>
/// <param name="Fees">Fees that lower it, each not negative, in the order's currency.</param>
/// <param name="IncludeShipping">Delivery goes back too, at most the standard method's cost. Set it once an order: for what completes a full withdrawal.</param>
public sealed record RefundTerms(IReadOnlyList<Fee> Fees, bool IncludeShipping)
{
    public static RefundTerms Plain { get; } = new([], IncludeShipping: false);

    /// <summary>
    /// The terms for lines that go back together. See <see cref="Together"/> for fees. Delivery goes back
    /// when these pieces are the last of the order and every line is, or could be, withdrawn from, even where
    /// the shop's own return was otherwise the better answer; or when the goods never came.
    /// Directive 2011/83, articles 13(1), 13(2) and 18(3).
    /// </summary>
    public static RefundTerms For(OrderFacts facts, IReadOnlyList<Decision> decisions, IReadOnlyList<UnitSelection> units)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        return new RefundTerms(Together(decisions.SelectMany(decision => decision.Fees)), units.Count > 0 && decisions.All(GivesShippingBack) && RefundPlanner.CompletesOrder(facts, units));
    }

    /// <summary>The fees of lines that go back together: a fixed fee of one name is charged once, at its highest; per cent add up.</summary>
    public static IReadOnlyList<Fee> Together(IEnumerable<Fee> fees) =>
    [
        .. fees.GroupBy(fee => (fee.MessageKey, IsPercent: fee.Rate is not null)).Select(group => group.Key.IsPercent
            ? group.Aggregate((left, right) => left with { Amount = left.Amount + right.Amount })
            : group.MaxBy(fee => fee.Amount)!),
    ];

    private static bool GivesShippingBack(Decision decision) =>
        decision is { Kind: RequestKind.Withdrawal, Verdict: Verdict.Approved }
        || decision.Other is { Kind: RequestKind.Withdrawal, Verdict: Verdict.Approved }
        || decision is { Kind: RequestKind.Claim, Request.Reason: Reason.Missing or Reason.Late };
}
