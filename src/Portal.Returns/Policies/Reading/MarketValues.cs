namespace Portal.Returns.Policies;

/// <summary>Reads values that may differ by market or be named by a limit.</summary>
internal sealed class MarketValues(Values values, ErrorList errors, IReadOnlyDictionary<string, Limit> limits)
{
    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, a mapping of markets to such, or the name of a limit.</summary>
    public MarketValue<int>? Number(Node node, string what, int least, int most)
    {
        if (IsName(node, out var name))
        {
            return Named<Limit.OfNumber>(node, name, "a number")?.Value;
        }

        return Read(node, item => ReadNumber(item, what, least, most), value => Invariant.Text(value));
    }

    /// <summary>An amount, a mapping of markets to amounts, or the name of a limit.</summary>
    public MarketValue<Money>? Amount(Node node) => IsName(node, out var name)
        ? Named<Limit.OfAmount>(node, name, "an amount")?.Value
        : Read(node, values.Amount, amount => amount.ToString());

    /// <summary>A limit as it is declared: numbers or amounts, everywhere or by market.</summary>
    public Limit? Declaration(string name, Node node)
    {
        var sample = node is MappingNode { Entries: [var first, ..] } ? first.Value : node;
        if (sample is ScalarNode { Value: var text } && !text.Contains(' ', StringComparison.Ordinal))
        {
            return Read(node, item => ReadNumber(item, "A limit", 0, int.MaxValue), value => Invariant.Text(value)) is { } numbers
                ? new Limit.OfNumber(name, numbers with { Text = name })
                : null;
        }

        return Read(node, values.Amount, amount => amount.ToString()) is { } amounts
            ? new Limit.OfAmount(name, amounts with { Text = name })
            : null;
    }

    private int? ReadNumber(Node node, string what, int least, int most)
    {
        if (Values.TryNumber(node, out var number) && number >= least && number <= most)
        {
            return number;
        }

        errors.Add(node, $"{what} must be a whole number", most == int.MaxValue
            ? $"at least {Invariant.Text(least)}"
            : $"from {Invariant.Text(least)} to {Invariant.Text(most)}");
        return null;
    }

    private static bool IsName(Node node, out string name)
    {
        name = node is ScalarNode { Value: { Length: > 0 } value } && !Values.LooksNumeric(node) ? value : "";
        return name.Length > 0;
    }

    private T? Named<T>(Node node, string name, string expected)
        where T : Limit
    {
        if (!limits.TryGetValue(name, out var limit))
        {
            errors.AddUnknown(node, "The limit", name, [.. limits.Keys]);
            return null;
        }

        if (limit is T fitting)
        {
            return fitting;
        }

        errors.Add(node, $"The limit '{name}' is not {expected}");
        return null;
    }

    private MarketValue<T>? Read<T>(Node node, Func<Node, T?> read, Func<T, string> text)
        where T : struct
    {
        if (node is not MappingNode)
        {
            return read(node) is { } value ? new MarketValue<T>(text(value), value) : null;
        }

        if (Mapping.Of(node, "A value by market", known: null, errors) is not { } mapping)
        {
            return null;
        }

        var byMarket = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, item) in mapping.Entries)
        {
            if (values.Market(key) is { } market && read(item) is { } value)
            {
                byMarket.Add(market, value);
            }
        }

        if (mapping.Node.Entries.Count == 0)
        {
            errors.Add(node, "No market is named", "such as { US: 25.00 USD }");
        }

        return new MarketValue<T>($"{{ {string.Join(", ", byMarket.Select(pair => $"{pair.Key}: {text(pair.Value)}"))} }}", null, byMarket);
    }
}
