using NodaTime;
using Portal.Returns.Decisions;

namespace Portal.Returns.Policies.Proof;

/// <summary>A request that shows what a finding claims: what <see cref="ReturnEngine.Decide"/> takes, and the facts that matter, for people.</summary>
/// <param name="Order">A whole order.</param>
/// <param name="Request">What is asked.</param>
/// <param name="Now">When it is asked.</param>
/// <param name="Facts">The facts of it that matter, with their values as invariant text.</param>
public sealed record CounterExample(OrderFacts Order, ReturnRequest Request, Instant Now, IReadOnlyList<UsedFact> Facts)
{
    public override string ToString() => string.Join(", ", Facts.Select(fact => $"{fact.Name}: {fact.Value}"));

    /// <param name="at">The request.</param>
    /// <param name="names">The names of facts that matter, beside those that always do.</param>
    internal static CounterExample Of(Situation at, IEnumerable<string> names)
    {
        var facts = FactCatalogue.All
            .Where(fact => fact.Name is not "kind" && (fact.Name is "reason" or "market" or "order.placed" or "order.delivered" or "item.amount" || names.Contains(fact.Name, StringComparer.Ordinal)))
            .Select(fact => new UsedFact(fact.Name, at.Facts[fact].ToString()));
        return new CounterExample(at.Order, at.Request, at.Now, [.. facts, new UsedFact("asked on", Invariant.Text(at.Today))]);
    }
}
