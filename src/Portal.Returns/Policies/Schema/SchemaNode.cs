using System.Text.Json.Nodes;

namespace Portal.Returns.Policies;

/// <summary>Pieces of a JSON Schema, and the definitions of single values.</summary>
internal static class SchemaNode
{
    public static JsonObject Ref(string definition, string? description = null) => Described(new() { ["$ref"] = $"#/$defs/{definition}" }, description);

    public static JsonObject Described(JsonObject schema, string? description)
    {
        if (description is not null)
        {
            schema.Insert(0, "description", description);
        }

        return schema;
    }

    public static JsonObject Properties(IEnumerable<(string Name, JsonObject Schema)> properties) =>
        new(properties.Select(property => KeyValuePair.Create<string, JsonNode?>(property.Name, property.Schema)));

    public static JsonObject AnyOf(IEnumerable<JsonObject> schemas, string? description = null) =>
        Described(new() { ["anyOf"] = new JsonArray([.. schemas]) }, description);

    public static JsonObject Words(IEnumerable<string> words) => new() { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };

    /// <summary>One or a list of such.</summary>
    public static JsonObject OneOrMore(JsonObject schema, string? description = null) =>
        AnyOf([schema, new() { ["type"] = "array", ["minItems"] = 1, ["items"] = schema.DeepClone() }], description);

    /// <summary>A defined value, or such values by market.</summary>
    public static JsonObject ValueOf(string definition, string? description = null) => AnyOf([Ref(definition), ByMarket(definition)], description);

    /// <summary>A defined value, such values by market, or the name of a limit.</summary>
    public static JsonObject ValueOrLimit(string definition, string? description = null) => AnyOf([Ref(definition), ByMarket(definition), Ref("limit")], description);

    public static IEnumerable<(string Name, JsonObject Schema)> Values() =>
    [
        ("id", Pattern("^[a-z][a-z0-9-]{0,59}$", "Small letters, digits and hyphens, a letter first")),
        ("limit", Pattern("^[a-z][a-z0-9-]{0,59}$", "The name of a limit")),
        ("article", Pattern("^[a-z0-9-]+/[a-z0-9-]+$", "An article's key, such as returns/return-policy")),
        ("market", Pattern("^[A-Z]{2}$", "The country it is delivered to, such as DE")),
        ("day", Pattern("^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "Year-month-day, such as 2026-11-01")),
        ("word", new() { ["type"] = new JsonArray("string", "number", "boolean") }),
        ("number", Whole(int.MaxValue)),
        ("days", Whole(AnswerReader.MostDays)),
        ("amount", Pattern($"^({string.Join('|', Currency.All.GroupBy(currency => currency.Decimals).OrderBy(group => group.Key).Select(Amounts))})$", "A number and a currency, such as 25.00 USD")),
        ("rate", AnyOf([Ref("amount"), Pattern("^(100(\\.00?)?|[0-9]{1,2}(\\.[0-9]{1,2})?)%$", "Per cent, such as 12.5%")])),
    ];

    private static JsonObject ByMarket(string definition) => new()
    {
        ["type"] = "object",
        ["minProperties"] = 1,
        ["propertyNames"] = Pattern($"^([A-Z]{{2}}|{MarketValue.Elsewhere})$", $"A market, or {MarketValue.Elsewhere} for all other markets"),
        ["additionalProperties"] = Ref(definition),
    };

    private static JsonObject Pattern(string pattern, string description) => new() { ["description"] = description, ["type"] = "string", ["pattern"] = pattern };

    private static JsonObject Whole(int most) => new() { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = most };

    private static string Amounts(IGrouping<int, Currency> currencies)
    {
        var decimals = currencies.Key == 0 ? "" : $"(\\.[0-9]{{1,{Invariant.Text(currencies.Key)}}})?";
        return $"[0-9]+{decimals} ({string.Join('|', currencies.Select(currency => currency.Code).Order(StringComparer.Ordinal))})";
    }
}
