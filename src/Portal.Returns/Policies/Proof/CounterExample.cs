using NodaTime;
using Portal.Returns.Decisions;

namespace Portal.Returns.Policies.Proof;

/// <summary>A request that shows what a finding claims: what <see cref="ReturnEngine.Decide"/> takes, and the facts that matter, for people.</summary>
/// <param name="Order">A whole order.</param>
/// <param name="Request">What is asked.</param>
/// <param name="Now">When it is asked.</param>
/// <param name="Facts">The names and values, as invariant text, of the facts that matter.</param>
public sealed record CounterExample(OrderFacts Order, ReturnRequest Request, Instant Now, IReadOnlyList<(string Name, string Value)> Facts)
{
    private static readonly string[] Always = ["reason", "market", "item.amount", "order.placed", "order.delivered"];

    /// <summary>The facts in one line.</summary>
    public override string ToString() => string.Join(", ", Facts.Select(fact => $"{fact.Name}: {fact.Value}"));

    /// <param name="at">The request.</param>
    /// <param name="about">The rules whose facts matter beside those that always do.</param>
    internal static CounterExample Of(Situation at, IReadOnlyList<Rule> about)
    {
        var named = about.SelectMany(Conditions.Of).SelectMany(condition => condition.FactNames).Concat(Always).ToHashSet(StringComparer.Ordinal);
        var facts = FactCatalogue.All
            .Where(fact => fact != FactCatalogue.Kind && named.Contains(fact.Name))
            .Select(fact => (fact.Name, at.Facts[fact].ToString()));
        return new CounterExample(at.Order, at.Request, at.Now, [.. facts, ("asked on", Invariant.Text(at.Today))]);
    }
}
