using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>Every part holds; with no parts, it always holds.</summary>
public sealed record AllCondition(IReadOnlyList<Condition> Parts) : Condition
{
    public static AllCondition Always { get; } = new([]);

    public override IEnumerable<string> FactNames => Parts.SelectMany(part => part.FactNames);

    public override string Text => Parts.Count > 1 && Parts.DistinctBy(part => part.Entry.Key, StringComparer.Ordinal).Count() == Parts.Count
        ? $"{{ {string.Join(", ", Parts.Select(part => $"{part.Entry.Key}: {part.Entry.Value}"))} }}"
        : base.Text;

    internal override (string Key, string Value) Entry => ("all", $"[{string.Join(", ", Parts.Select(part => part.Text))}]");

    internal override bool Holds(FactLookup facts)
    {
        for (var i = 0; i < Parts.Count; i++)
        {
            if (!Parts[i].Holds(facts))
            {
                return false;
            }
        }

        return true;
    }

    internal override ConditionOutcome Explain(FactLookup facts)
    {
        List<UsedFact> used = [];
        foreach (var part in Parts)
        {
            var outcome = part.Explain(facts);
            used.AddRange(outcome.Used);
            if (!outcome.Holds)
            {
                return outcome with { Used = used };
            }
        }

        return new ConditionOutcome(Holds: true, used);
    }
}
