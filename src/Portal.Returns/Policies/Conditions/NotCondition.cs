using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>The part does not hold.</summary>
public sealed record NotCondition(Condition Part) : Condition
{
    public override IEnumerable<string> FactNames => Part.FactNames;

    internal override (string Key, string Value) Entry => ("not", Part.Text);

    internal override bool Holds(FactLookup facts) => !Part.Holds(facts);

    internal override ConditionOutcome Explain(FactLookup facts)
    {
        var outcome = Part.Explain(facts);
        return outcome.Holds
            ? new ConditionOutcome(Holds: false, outcome.Used, outcome.Used.Count > 0 ? outcome.Used[0] : null, new Wanted(Part, facts.Market, isNot: true))
            : new ConditionOutcome(Holds: true, outcome.Used);
    }
}
