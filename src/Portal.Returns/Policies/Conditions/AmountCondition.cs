using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>The amount lies in the range, which must be in its currency.</summary>
public sealed record AmountCondition(Fact Fact, Bounds<Money> Bounds) : FactCondition(Fact)
{
    public override string Wanted => Bounds.Text();

    internal override IReadOnlyList<WantedPart> WantedIn(string market) => Bounds.PartsIn(market);

    protected override bool Holds(FactValue value, string market) => Bounds.Contain(((FactValue.OfAmount)value).Value, market);
}
