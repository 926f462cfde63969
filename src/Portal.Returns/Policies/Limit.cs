namespace Portal.Returns.Policies;

/// <summary>A named value of a policy.</summary>
public abstract record Limit(string Name)
{
    public sealed record OfNumber(string Name, MarketValue<int> Value) : Limit(Name);

    public sealed record OfAmount(string Name, MarketValue<Money> Value) : Limit(Name);
}
