using Portal.Returns.Decisions;

namespace Portal.Returns.Refunds;

/// <summary>What beside the pieces themselves enters a refund. All amounts are in the order's currency and not negative.</summary>
/// <param name="Fees">Fees that lower it.</param>
/// <param name="IncludeShipping">Delivery goes back too, at most the standard method's cost. Set it once an order: for what completes a full withdrawal.</param>
public sealed record RefundTerms(IReadOnlyList<Fee> Fees, bool IncludeShipping)
{
    public static RefundTerms Plain { get; } = new([], IncludeShipping: false);

    /// <summary>Means of payment that are paid back as far as they go before the others; empty for all in proportion.</summary>
    public IReadOnlyList<string> First { get; init; } = [];

    /// <summary>True when all of it becomes store credit, and no payment is touched.</summary>
    public bool AsCredit { get; init; }

    /// <summary>What the shop adds to store credit; null or zero for nothing.</summary>
    public Money? Bonus { get; init; }

    /// <summary>What the shop adds of its own will; it becomes store credit whatever the rest does. Null or zero for nothing.</summary>
    public Money? Goodwill { get; init; }

    /// <summary>What the variants that the shopper takes instead cost: no more than what goes back for the pieces. Null for no exchange.</summary>
    public Money? Exchange { get; init; }

    /// <summary>
    /// The terms for lines that go back together. See <see cref="Together"/> for fees. Delivery goes back
    /// when these pieces are the last of the order and every line is, or could be, withdrawn from, even where
    /// the shop's own return was otherwise the better answer; or when the goods never came.
    /// Directive 2011/83, articles 13(1), 13(2) and 18(3).
    /// </summary>
    public static RefundTerms For(OrderFacts facts, IReadOnlyList<Decision> decisions, IReadOnlyList<UnitSelection> units)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        return new RefundTerms(Together(decisions.SelectMany(decision => decision.Fees)), units.Count > 0 && decisions.All(GivesShippingBack) && RefundPlanner.CompletesOrder(facts, units))
        {
            First = [.. decisions.SelectMany(decision => decision.RefundFirst).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>The fees of lines that go back together: a fixed fee of one name is charged once, at its highest; per cent add up.</summary>
    public static IReadOnlyList<Fee> Together(IEnumerable<Fee> fees) =>
    [
        .. fees.GroupBy(fee => (fee.MessageKey, IsPercent: fee.Rate is not null)).Select(group => group.Key.IsPercent
            ? group.Aggregate((left, right) => left with { Amount = left.Amount + right.Amount })
            : group.MaxBy(fee => fee.Amount)!),
    ];

    /// <summary>The same terms with everything as store credit, and the bonus for it: a fixed bonus is given once, at its highest; per cent add up.</summary>
    public RefundTerms ToCredit(IReadOnlyList<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var bonuses = decisions.Select(decision => decision.Bonus).OfType<Bonus>().ToLookup(bonus => bonus.Rate is not null, bonus => bonus.Amount);
        Money[] parts = [.. bonuses[true], .. bonuses[false].OrderDescending().Take(1)];
        return this with { AsCredit = true, Bonus = parts.Length == 0 ? null : parts.Aggregate((left, right) => left + right) };
    }

    private static bool GivesShippingBack(Decision decision) =>
        decision is { Kind: RequestKind.Withdrawal, Verdict: Verdict.Approved }
        || decision.Other is { Kind: RequestKind.Withdrawal, Verdict: Verdict.Approved }
        || decision is { Kind: RequestKind.Claim, Request.Reason: Reason.Missing or Reason.Late };
}
