using System.Text.Json.Nodes;

namespace Portal.Returns.Policies;

/// <summary>Conditions, by the catalogue of facts.</summary>
internal static class ConditionSchema
{
    public static IEnumerable<(string Name, JsonObject Schema)> Definitions() =>
    [
        ("condition", new()
        {
            ["description"] = "It holds when all of its entries do",
            ["type"] = "object",
            ["minProperties"] = 1,
            ["additionalProperties"] = false,
            ["properties"] = SchemaNode.Properties(ConditionReader.Keys.Select(key => (key, Entry(key)))),
        }),
        .. Ranges("numbers", ConditionReader.RangeKeys, () => SchemaNode.ValueOrLimit("number")),
        .. Ranges("amounts", ConditionReader.RangeKeys, () => SchemaNode.ValueOrLimit("amount")),
        .. Ranges("days-between", ConditionReader.DayKeys, () => SchemaNode.Ref("day")),
    ];

    private static JsonObject Entry(string key) => key switch
    {
        ConditionReader.All => Parts("All of these hold"),
        ConditionReader.Any => Parts("At least one of these holds"),
        ConditionReader.Not => SchemaNode.Ref("condition", "This does not hold"),
        _ => OnFact(FactCatalogue.Find(key)!),
    };

    private static JsonObject Parts(string description) => new()
    {
        ["description"] = description,
        ["type"] = "array",
        ["minItems"] = 1,
        ["items"] = SchemaNode.Ref("condition"),
    };

    private static JsonObject OnFact(Fact fact) => fact.Type switch
    {
        FactType.Text or FactType.List => SchemaNode.OneOrMore(
            fact == FactCatalogue.Market ? SchemaNode.Ref("market") : fact.Values is { } values ? SchemaNode.Words(values) : SchemaNode.Ref("word"),
            fact.Summary),
        FactType.Number => SchemaNode.AnyOf([SchemaNode.ValueOrLimit("number"), Range("numbers", fact)], fact.Summary),
        FactType.Amount => SchemaNode.Described(Range("amounts", fact), fact.Summary),
        FactType.Day => SchemaNode.AnyOf([SchemaNode.Ref("day"), Range("days-between", fact)], fact.Summary),
        FactType.Truth => new() { ["description"] = fact.Summary, ["type"] = "boolean" },
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };

    private static JsonObject Range(string name, Fact fact) => SchemaNode.Ref(fact.MayBeUnknown ? $"{name}-if-known" : name);

    private static IEnumerable<(string Name, JsonObject Schema)> Ranges(string name, IReadOnlyList<string> sides, Func<JsonObject> side)
    {
        foreach (var isKnown in new[] { true, false })
        {
            var properties = sides.Select(key => (key, side()));
            yield return (isKnown ? name : $"{name}-if-known", new()
            {
                ["type"] = "object",
                ["additionalProperties"] = false,
                ["properties"] = SchemaNode.Properties(isKnown ? properties : properties.Append((ConditionReader.Unknown, IfUnknown()))),
                ["anyOf"] = new JsonArray([.. sides.Select(key => new JsonObject { ["required"] = new JsonArray(key) })]),
            });
        }
    }

    private static JsonObject IfUnknown() => new() { ["description"] = "What holds when nobody knows; false unless given", ["type"] = "boolean" };
}
