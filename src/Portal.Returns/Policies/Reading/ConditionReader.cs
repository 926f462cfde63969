namespace Portal.Returns.Policies;

/// <summary>Reads the conditions of rules, by the catalogue of facts.</summary>
internal sealed class ConditionReader(Values values, MarketValues marketValues, ErrorList errors)
{
    /// <summary>What a range says about a fact that nobody knows.</summary>
    public const string Unknown = "unknown";

    public const string All = "all";

    public const string Any = "any";

    public const string Not = "not";

    /// <summary>What a condition may ask.</summary>
    public static IReadOnlyList<string> Keys { get; } = [All, Any, Not, .. FactCatalogue.All.Select(fact => fact.Name)];

    /// <summary>The sides of a range of numbers or amounts.</summary>
    public static IReadOnlyList<string> RangeKeys { get; } = ["atLeast", "atMost", "above", "below"];

    /// <summary>The sides of a range of days.</summary>
    public static IReadOnlyList<string> DayKeys { get; } = ["from", "to"];

    /// <summary>A mapping of facts; it holds when all of its entries do. Null after an error.</summary>
    /// <param name="node">The condition.</param>
    /// <param name="empty">What to do about an empty one.</param>
    public Condition? Read(Node node, string empty)
    {
        if (Mapping.Of(node, "A condition", Keys, errors) is not { } mapping)
        {
            return null;
        }

        if (mapping.Node.Entries.Count == 0)
        {
            errors.Add(node, "The condition is empty", empty);
        }

        var parts = mapping.Entries.Select(entry => Entry(entry.Key.Value, entry.Value)).ToList();
        return parts.Contains(null) ? null : parts.Count == 1 ? parts[0] : new AllCondition([.. parts.OfType<Condition>()]);
    }

    /// <summary>The further key of a range over this fact, if any.</summary>
    public static IReadOnlyList<string> UnknownKey(Fact fact) => fact.MayBeUnknown ? [Unknown] : [];

    private Condition? Entry(string key, Node node) => key switch
    {
        All => Parts(node) is { } parts ? new AllCondition(parts) : null,
        Any => Parts(node) is { } parts ? new AnyCondition(parts) : null,
        Not => Part(node) is { } part ? new NotCondition(part) : null,
        _ => OnFact(FactCatalogue.Find(key)!, node),
    };

    private Condition? Part(Node node) => Read(node, "name at least one fact");

    private List<Condition>? Parts(Node node)
    {
        var items = values.List(node, "Conditions");
        if (node is SequenceNode && items.Count == 0)
        {
            errors.Add(node, "The list of conditions is empty", "name at least one");
        }

        var parts = items.Select(Part).ToList();
        return parts.Count == 0 || parts.Contains(null) ? null : [.. parts.OfType<Condition>()];
    }

    private Condition? OnFact(Fact fact, Node node) => fact.Type switch
    {
        FactType.Text => Words(fact, node) is { Count: > 0 } words ? new TextCondition(fact, words) : null,
        FactType.List => Words(fact, node) is { Count: > 0 } words ? new ListCondition(fact, words) : null,
        FactType.Number => Bounds(fact, node, FactNumber) is { } bounds ? new NumberCondition(fact, bounds.Value, bounds.IfUnknown) : null,
        FactType.Amount => Bounds(fact, node, marketValues.Amount) is { } bounds ? new AmountCondition(fact, bounds.Value) : null,
        FactType.Day => Days(fact, node),
        FactType.Truth => values.Truth(node, $"'{fact.Name}'") is { } expected ? new TruthCondition(fact, expected) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };

    private MarketValue<int>? FactNumber(Node node) => marketValues.Number(node, "A number", 0, int.MaxValue);

    private IReadOnlyList<string> Words(Fact fact, Node node) => values.OneOrMore(node, $"'{fact.Name}'", item =>
    {
        if (values.Text(item, $"'{fact.Name}'") is not { } word)
        {
            return null;
        }

        if (fact.Values is null || fact.Values.Contains(word, StringComparer.Ordinal))
        {
            return fact == FactCatalogue.Market ? values.Market(item) : word;
        }

        errors.AddUnknown(item, $"The {fact.Name}", word, [.. fact.Values]);
        return null;
    });

    private (Bounds<T> Value, bool IfUnknown)? Bounds<T>(Fact fact, Node node, Func<Node, MarketValue<T>?> read)
        where T : struct, IComparable<T>
    {
        if (fact.Type == FactType.Number && (node is ScalarNode || MarketValues.IsByMarket(node)))
        {
            return read(node) is { } exact ? (new Bounds<T> { Exactly = exact }, false) : null;
        }

        if (Mapping.Of(node, "A range", [.. RangeKeys, .. UnknownKey(fact)], errors) is not { } range)
        {
            return null;
        }

        if (IsOnlyUnknown(range))
        {
            errors.Add(node, "The range is empty", "give atLeast, atMost, above or below");
        }

        var before = errors.Count;
        var ifUnknown = IfUnknown(range);
        var bounds = new Bounds<T> { AtLeast = Bound("atLeast"), AtMost = Bound("atMost"), Above = Bound("above"), Below = Bound("below") };
        return errors.Count == before ? (bounds, ifUnknown) : null;

        MarketValue<T>? Bound(string key) => range.TryFind(key, out var value) ? read(value) : null;
    }

    private DayCondition? Days(Fact fact, Node node)
    {
        if (node is ScalarNode)
        {
            return values.Day(node, "The day") is { } day ? new DayCondition(fact, day, day) : null;
        }

        if (Mapping.Of(node, "Days", [.. DayKeys, .. UnknownKey(fact)], errors) is not { } range)
        {
            return null;
        }

        if (IsOnlyUnknown(range))
        {
            errors.Add(node, "The days are empty", "give from, to or both");
        }

        var before = errors.Count;
        var ifUnknown = IfUnknown(range);
        var (from, to) = (values.Day(range.Find("from"), "The first day"), values.Day(range.Find("to"), "The last day"));
        if (from > to)
        {
            errors.Add(node, "The last day is before the first", "exchange them");
        }

        return errors.Count == before ? new DayCondition(fact, from, to, ifUnknown) : null;
    }

    private static bool IsOnlyUnknown(Mapping range) => range.Node.Entries.Count == (range.Find(Unknown) is null ? 0 : 1);

    private bool IfUnknown(Mapping range) => values.Truth(range.Find(Unknown), $"'{Unknown}'") ?? false;
}
