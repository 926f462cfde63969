namespace Portal.Returns.Policies;

/// <summary>A named value of a policy.</summary>
public abstract record Limit(string Name)
{
    /// <summary>Its value in the policy language.</summary>
    internal abstract string Literal { get; }

    public sealed record OfNumber(string Name, MarketValue<int> Value) : Limit(Name)
    {
        internal override string Literal => MarketValue.Literal(Value);
    }

    /// <summary>Per cent, in some markets perhaps an amount instead.</summary>
    public sealed record OfRate(string Name, MarketValue<Rate> Value) : Limit(Name)
    {
        internal override string Literal => MarketValue.Literal(Value);
    }

    public sealed record OfAmount(string Name, MarketValue<Money> Value) : Limit(Name)
    {
        internal override string Literal => MarketValue.Literal(Value);
    }
}
