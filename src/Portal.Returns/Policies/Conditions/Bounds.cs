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
    internal string Text(bool ifUnknown = false)
    {
        if (Exactly is not null)
        {
            return Exactly.Text;
        }

        var parts = new[] { ("atLeast", AtLeast), ("atMost", AtMost), ("above", Above), ("below", Below) }
            .Where(part => part.Item2 is not null)
            .Select(part => $"{part.Item1}: {part.Item2!.Text}");
        return $"{{ {string.Join(", ", ifUnknown ? parts.Append("unknown: true") : parts)} }}";
    }
}
