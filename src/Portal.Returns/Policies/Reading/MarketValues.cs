using NodaTime;

namespace Portal.Returns.Policies;

/// <summary>Reads values that may differ by market or be named by a limit.</summary>
/// <param name="values">Reads single values.</param>
/// <param name="errors">Where errors go.</param>
/// <param name="limits">The declared limits; null for one whose declaration is an error.</param>
internal sealed class MarketValues(Values values, ErrorList errors, IReadOnlyDictionary<string, Limit?> limits)
{
    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, a mapping of markets to such, or the name of a limit.</summary>
    public MarketValue<int>? Number(Node node, string what, int least, int most)
    {
        if (IsName(node, out var name))
        {
            return Named<Limit.OfNumber>(node, name, "a number")?.Value;
        }

        return Read(node, item => ReadNumber(item, what, least, most));
    }

    /// <summary>An amount, a mapping of markets to amounts, or the name of a limit.</summary>
    public MarketValue<Money>? Amount(Node node) => IsName(node, out var name)
        ? Named<Limit.OfAmount>(node, name, "an amount")?.Value
        : Read(node, values.Amount);

    /// <summary>An amount or per cent, a mapping of markets to such, or the name of a limit.</summary>
    public MarketValue<Rate>? Rate(Node node)
    {
        if (!IsName(node, out var name))
        {
            return Read(node, values.Rate);
        }

        return limits.GetValueOrDefault(name) is Limit.OfAmount amount
            ? amount.Value.Select(value => new Rate(value))
            : Named<Limit.OfRate>(node, name, "an amount or per cent")?.Value;
    }

    /// <summary>A day, or a mapping of markets to days.</summary>
    public MarketValue<LocalDate>? Day(Node node, string what) => Read(node, item => values.Day(item, what));

    /// <summary>A limit as it is declared: numbers, amounts or per cent, everywhere or by market.</summary>
    public Limit? Declaration(string name, Node node)
    {
        var texts = (node is MappingNode mapping ? mapping.Entries.Select(entry => entry.Value) : [node]).OfType<ScalarNode>().Select(scalar => scalar.Value).ToList();
        if (texts.Exists(text => text.EndsWith('%')))
        {
            return Read(node, values.Rate) is { } rates ? new Limit.OfRate(name, rates with { Text = name }) : null;
        }

        if (texts is [var first, ..] && !first.Contains(' ', StringComparison.Ordinal))
        {
            return Read(node, item => ReadNumber(item, "A limit", 0, int.MaxValue)) is { } numbers ? new Limit.OfNumber(name, numbers with { Text = name }) : null;
        }

        return Read(node, values.Amount) is { } amounts ? new Limit.OfAmount(name, amounts with { Text = name }) : null;
    }

    /// <summary>True when the node begins like a mapping of markets.</summary>
    public static bool IsByMarket(Node node) => node is MappingNode { Entries: [var (key, _), ..] }
        && (key.Value is MarketValue.Elsewhere || (key.Value.Length == 2 && key.Value.All(char.IsAsciiLetterUpper)));

    private int? ReadNumber(Node node, string what, int least, int most)
    {
        if (Values.TryNumber(node, out var number) && number >= least && number <= most)
        {
            return number;
        }

        errors.AddWrong(node, $"{what} must be a whole number", most == int.MaxValue
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
            errors.AddUnknown(node, "The limit", name, [.. limits.Keys], limits.Count == 0 ? "write the value, or declare it under 'limits'" : null);
            return null;
        }

        if (limit is null)
        {
            // Its declaration is an error already.
            return null;
        }

        if (limit is T fitting)
        {
            return fitting;
        }

        errors.Add(node, $"The limit '{name}' is not {expected}");
        return null;
    }

    private MarketValue<T>? Read<T>(Node node, Func<Node, T?> read)
        where T : struct
    {
        if (node is not MappingNode)
        {
            return read(node) is { } value ? MarketValue.Of(value) : null;
        }

        if (Mapping.Of(node, "A value by market", known: null, errors) is not { } mapping)
        {
            return null;
        }

        if (mapping.Node.Entries.Count == 0)
        {
            errors.Add(node, "No market is named", "such as { US: 25.00 USD }");
        }

        var before = errors.Count;
        T? everywhere = null;
        var byMarket = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, item) in mapping.Entries)
        {
            var isElsewhere = string.Equals(key.Value, MarketValue.Elsewhere, StringComparison.Ordinal);
            var market = isElsewhere ? null : values.MarketOrElsewhere(key);
            if (read(item) is not { } value)
            {
                continue;
            }

            if (market is not null)
            {
                byMarket.Add(market, value);
            }
            else if (isElsewhere)
            {
                everywhere = value;
            }
        }

        return errors.Count == before ? MarketValue.Of(everywhere, byMarket) : null;
    }
}
