using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Returns.Policies;

/// <summary>
/// The JSON Schema (draft 2020-12) of policy documents, from the same lists of keys, facts and words as the reader, so that editors
/// complete and check as people type. It wants words in the spelling of <see cref="PolicyWriter"/>; that a limit's name is declared,
/// ids are unique and days in order only the reader knows.
/// </summary>
public static class PolicySchema
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as it is kept beside the policies, with a line feed at the end.</summary>
    public static string Write() => Create().ToJsonString(Readable) + "\n";

    private static JsonObject Create() => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "Policy",
        ["description"] = "What the shop grants: for each question a list of rules, of which the first that matches answers.",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray(PolicyReader.RequiredKeys.Select(key => (JsonNode)key).ToArray()),
        ["properties"] = SchemaNode.Properties(PolicyReader.Keys.Select(key => (key, Document(key)))),
        ["$defs"] = SchemaNode.Properties([.. SchemaNode.Values(), .. ConditionSchema.Definitions()]),
    };

    private static JsonObject Document(string key) => key switch
    {
        "policy" => SchemaNode.Ref("id", "Its name, the first part of the names of its values in articles"),
        "from" => SchemaNode.Ref("day", "The first day on which an order is placed under it"),
        "markets" => SchemaNode.OneOrMore(SchemaNode.Ref("market"), "The markets it holds for; all unless given"),
        "article" => SchemaNode.Ref("article", "The article that a refusal links to when its rule names none"),
        "lawArticle" => SchemaNode.Ref("article", "The article about what the law grants"),
        "limits" => new JsonObject
        {
            ["description"] = "Named values that rules and articles both read",
            ["type"] = "object",
            ["propertyNames"] = SchemaNode.Ref("id"),
            ["additionalProperties"] = SchemaNode.AnyOf([SchemaNode.ValueOf("number"), SchemaNode.ValueOf("rate")]),
        },
        _ => Questions(Enum.GetValues<Question>().Single(question => string.Equals(question.Name(), key, StringComparison.Ordinal))),
    };

    private static JsonObject Questions(Question question) => new()
    {
        ["description"] = question switch
        {
            Question.Eligibility => "What may be asked for at all?",
            Question.Window => "Until when? The last day counts in full, in the market's time zone",
            Question.Resolutions => "What does the shopper get?",
            Question.Shipment => "What happens to the goods?",
            Question.Fees => "What is taken off the refund?",
            Question.RefundWhen => "When does the money go back?",
            _ => "Who looks at it before?",
        },
        ["type"] = "array",
        ["items"] = AnswerSchema.Rule(question),
    };
}
