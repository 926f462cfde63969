namespace Portal.Returns.Policies;

/// <summary>A named value of a policy.</summary>
public abstract record Limit(string Name)
{
    public sealed record OfNumber(string Name, MarketValue<int> Value) : Limit(Name);

    /// <summary>Per cent, in some markets perhaps an amount instead.</summary>
    public sealed record OfRate(string Name, MarketValue<Rate> Value) : Limit(Name);

    public sealed record OfAmount(string Name, MarketValue<Money> Value) : Limit(Name);
}
