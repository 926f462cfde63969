using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>At least one part holds.</summary>
public sealed record AnyCondition(IReadOnlyList<Condition> Parts) : Condition
{
    public override IEnumerable<string> FactNames => Parts.SelectMany(part => part.FactNames);

    internal override (string Key, string Value) Entry => ("any", $"[{string.Join(", ", Parts.Select(part => part.Text))}]");

    internal override bool Holds(FactLookup facts)
    {
        for (var i = 0; i < Parts.Count; i++)
        {
            if (Parts[i].Holds(facts))
            {
                return true;
            }
        }

        return false;
    }

    internal override ConditionOutcome Explain(FactLookup facts)
    {
        List<UsedFact> used = [];
        ConditionOutcome? first = null;
        foreach (var part in Parts)
        {
            var outcome = part.Explain(facts);
            if (outcome.Holds)
            {
                return outcome;
            }

            used.AddRange(outcome.Used);
            first ??= outcome;
        }

        return new ConditionOutcome(Holds: false, used, first?.Failed, first?.Wanted);
    }
}
