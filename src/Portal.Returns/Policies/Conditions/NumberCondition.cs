using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>The number lies in the range.</summary>
public sealed record NumberCondition(Fact Fact, Bounds<int> Bounds, bool IfUnknown = false) : FactCondition(Fact, IfUnknown)
{
    public override string Wanted => Bounds.Text(IfUnknown);

    internal override IReadOnlyList<WantedPart> WantedIn(string market) => Bounds.PartsIn(market, IfUnknown);

    protected override bool Holds(FactValue value, string market) => Bounds.Contain(((FactValue.OfNumber)value).Value, market);
}
