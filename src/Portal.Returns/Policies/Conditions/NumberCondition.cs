namespace Portal.Returns.Policies;

/// <summary>The number lies in the range.</summary>
public sealed record NumberCondition(Fact Fact, Bounds<int> Bounds) : FactCondition(Fact)
{
    public override string Wanted => Bounds.ToString();

    protected override bool Holds(FactValue value, string market) => Bounds.Contain(((FactValue.OfNumber)value).Value, market);
}
