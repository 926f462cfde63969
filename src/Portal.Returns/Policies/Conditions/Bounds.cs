using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>A range; null leaves a side open.</summary>
public sealed record Bounds<T>
    where T : struct, IComparable<T>
{
    public MarketValue<T>? Exactly { get; init; }

    public MarketValue<T>? AtLeast { get; init; }

    public MarketValue<T>? AtMost { get; init; }

    public MarketValue<T>? Above { get; init; }

    public MarketValue<T>? Below { get; init; }

    /// <exception cref="InvalidOperationException">A bound has no value for the market, or is in another currency.</exception>
    public bool Contain(T value, string market) =>
        (Exactly is null || value.CompareTo(Exactly.In(market)) == 0)
        && (AtLeast is null || value.CompareTo(AtLeast.In(market)) >= 0)
        && (AtMost is null || value.CompareTo(AtMost.In(market)) <= 0)
        && (Above is null || value.CompareTo(Above.In(market)) > 0)
        && (Below is null || value.CompareTo(Below.In(market)) < 0);

    /// <summary>The range in the policy language.</summary>
    internal string Text(bool ifUnknown = false) => Exactly is not null ? Exactly.Text : WantedPart.Range(Parts(bound => bound.Text, ifUnknown));

    /// <summary>The range with the values of a market; a bound that has none there keeps its name.</summary>
    internal IReadOnlyList<WantedPart> PartsIn(string market, bool ifUnknown = false) => [.. Parts(bound => bound.TextIn(market), ifUnknown)];

    private IEnumerable<WantedPart> Parts(Func<MarketValue<T>, string> text, bool ifUnknown)
    {
        foreach (var (key, bound) in new[] { (WantedKey.OneOf, Exactly), (WantedKey.AtLeast, AtLeast), (WantedKey.AtMost, AtMost), (WantedKey.Above, Above), (WantedKey.Below, Below) })
        {
            if (bound is not null)
            {
                yield return new WantedPart(key, [text(bound)]);
            }
        }

        if (ifUnknown && Exactly is null)
        {
            yield return WantedPart.OrUnknown;
        }
    }
}
