namespace Portal.Returns.Policies;

/// <summary>A value that is one everywhere or differs by market.</summary>
/// <param name="Text">How the policy writes it: a limit's name, or the value.</param>
/// <param name="Everywhere">The value in markets that <paramref name="ByMarket"/> does not list, or null.</param>
/// <param name="ByMarket">The values of single markets.</param>
public sealed record MarketValue<T>(string Text, T? Everywhere, IReadOnlyDictionary<string, T> ByMarket)
    where T : struct
{
    public MarketValue(string text, T everywhere)
        : this(text, everywhere, new Dictionary<string, T>(StringComparer.Ordinal))
    {
    }

    /// <summary>The value in a market, or null when there is none.</summary>
    public T? Find(string market) => ByMarket.TryGetValue(market, out var value) ? value : Everywhere;

    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T In(string market) => Find(market) ?? throw new InvalidOperationException($"'{Text}' has no value for {market}.");
}
