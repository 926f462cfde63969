using NodaTime;

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

    /// <summary>The value in a market as the policy language writes it; as this policy does where there is none.</summary>
    internal string TextIn(string market) => Find(market) is { } value ? MarketValue.Literal(value) : Text;

    /// <summary>The value that holds in a market alone, written out.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    internal MarketValue<T> FixedIn(string market) => ByMarket.Count == 0 && !char.IsAsciiLetter(Text[0]) ? this : MarketValue.Of(In(market));

    /// <summary>The same for values derived from these.</summary>
    internal MarketValue<TOther> Select<TOther>(Func<T, TOther> derive)
        where TOther : struct =>
        new(Text, Everywhere is { } value ? derive(value) : null, ByMarket.ToDictionary(pair => pair.Key, pair => derive(pair.Value), StringComparer.Ordinal));
}

/// <summary>Makes values that differ by market, written as the policy language writes them.</summary>
public static class MarketValue
{
    /// <summary>The key, beside the markets, of the value that holds in all others.</summary>
    public const string Elsewhere = "other";

    /// <summary>A value as a policy writes it, by market in the order of their codes.</summary>
    public static MarketValue<T> Of<T>(T? everywhere, IReadOnlyDictionary<string, T> byMarket)
        where T : struct => new(Literal(everywhere, byMarket), everywhere, byMarket);

    public static MarketValue<T> Of<T>(T everywhere)
        where T : struct => new(Literal(everywhere), everywhere);

    /// <summary>The value itself, also where <see cref="MarketValue{T}.Text"/> is a limit's name.</summary>
    public static string Literal<T>(MarketValue<T> value)
        where T : struct => Literal(value.Everywhere, value.ByMarket);

    private static string Literal<T>(T? everywhere, IReadOnlyDictionary<string, T> byMarket)
        where T : struct
    {
        if (byMarket.Count == 0 && everywhere is { } single)
        {
            return Literal(single);
        }

        var parts = byMarket.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {Literal(pair.Value)}");
        return $"{{ {string.Join(", ", everywhere is { } rest ? parts.Append($"{Elsewhere}: {Literal(rest)}") : parts)} }}";
    }

    internal static string Literal<T>(T value)
        where T : struct => value switch
    {
        int number => Invariant.Text(number),
        LocalDate day => Invariant.Text(day),
        _ => value.ToString()!,
    };
}
