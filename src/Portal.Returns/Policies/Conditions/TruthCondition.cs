using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>The fact is true, or is false.</summary>
public sealed record TruthCondition(Fact Fact, bool Expected) : FactCondition(Fact)
{
    public override string Wanted => Expected ? "true" : "false";

    internal override IReadOnlyList<WantedPart> WantedIn(string market) => [new(WantedKey.OneOf, [Wanted])];

    protected override bool Holds(FactValue value, string market) => ((FactValue.OfTruth)value).Value == Expected;
}
