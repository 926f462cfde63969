using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>A condition on one fact.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="IfUnknown">What it is when nobody knows the fact.</param>
public abstract record FactCondition(Fact Fact, bool IfUnknown = false) : Condition
{
    public sealed override IEnumerable<string> FactNames => [Fact.Name];

    /// <summary>What is wanted of the fact, in the policy language.</summary>
    public abstract string Wanted { get; }

    internal sealed override (string Key, string Value) Entry => (Fact.Name, Wanted);

    internal sealed override bool Holds(FactLookup facts) => facts[Fact] is not FactValue.Unknown and var value ? Holds(value, facts.Market) : IfUnknown;

    internal sealed override ConditionOutcome Explain(FactLookup facts)
    {
        UsedFact[] used = [new(Fact.Name, facts[Fact])];
        return Holds(facts)
            ? new ConditionOutcome(Holds: true, used)
            : new ConditionOutcome(Holds: false, used, used[0], new Wanted(this, facts.Market));
    }

    /// <summary>What is wanted of the fact in a market.</summary>
    internal abstract IReadOnlyList<WantedPart> WantedIn(string market);

    protected abstract bool Holds(FactValue value, string market);
}
