using System.Text.Json.Nodes;
using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>Rules: the keys that all have, and those that answer a question.</summary>
internal static class AnswerSchema
{
    public static JsonObject Rule(Question question)
    {
        string[] keys = [.. PolicyReader.RuleKeys, .. AnswerReader.Keys(question), .. AnswerReader.Details(question)];
        var rule = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray("id"),
            ["properties"] = SchemaNode.Properties(keys.Select(key => (key, Value(question, key)))),
            ["oneOf"] = new JsonArray([.. AnswerReader.Keys(question).Select(key => new JsonObject { ["required"] = new JsonArray(key) })]),
        };
        return rule;
    }

    private static JsonObject Value(Question question, string key) => (question, key) switch
    {
        (_, "id") => SchemaNode.Ref("id", "Its name, unique within the question"),
        (_, "when") => SchemaNode.Ref("condition", "When it matches; always unless given"),
        (_, "internal") => new() { ["description"] = "A shopper never reads which limit it was", ["type"] = "boolean" },
        (_, "article") => SchemaNode.Ref("article", "The article that explains it"),
        (_, "reason") => SchemaNode.Ref("id", "Key of a sentence that tells why"),
        (Question.Eligibility, "allow") => True("It may be asked for"),
        (Question.Eligibility, "refuse") => SchemaNode.Ref("id", "It may not be asked for; key of the sentence that says why"),
        (Question.Window, "days") => SchemaNode.ValueOrLimit("days", "Calendar days"),
        (Question.Window, "from") => SchemaNode.Described(LowerWords<WindowStart>(), "The day from which they count; delivery unless given"),
        (Question.Window, "notBefore") => SchemaNode.ValueOf("day", "The window ends on this day at the earliest"),
        (Question.Resolutions, "offer") => SchemaNode.OneOrMore(SchemaNode.Words(Enum.GetNames<Resolution>()), "What can be chosen, best first"),
        (Question.Resolutions, "bonus") => SchemaNode.ValueOrLimit("rate", "Added to store credit: an amount, or per cent of what was paid"),
        (Question.Shipment, "method") => SchemaNode.OneOrMore(SchemaNode.Words(Enum.GetNames<ShipmentMethod>()), "How the goods may travel, best first"),
        (Question.Fees, "charge") => SchemaNode.AnyOf([SchemaNode.Words(["none"]), new() { ["type"] = "array", ["items"] = Fee() }], "Fees that lower the refund"),
        (Question.RefundWhen, "at") => SchemaNode.Described(LowerWords<RefundMoment>(), "The event after which the money goes back"),
        (Question.RefundWhen, "first") => SchemaNode.OneOrMore(SchemaNode.Ref("word"), "Means of payment that are paid back before the others, such as gift_card; in proportion unless given"),
        (Question.Review, "approve") => True("No person needs to look"),
        (Question.Review, "review") => SchemaNode.Ref("id", "A person looks first; key of the sentence that says why"),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "This key has no schema."),
    };

    private static JsonObject Fee() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray("fee", "amount"),
        ["properties"] = SchemaNode.Properties(AnswerReader.FeeKeys.Select(key => (key, key switch
        {
            "fee" => SchemaNode.Ref("id", "Key of its name, such as return-postage"),
            "amount" => SchemaNode.ValueOrLimit("rate", "An amount, or per cent of what was paid for the pieces"),
            "waive" => SchemaNode.Ref("condition", "Who does not pay it"),
            _ => throw new ArgumentOutOfRangeException(nameof(key), key, "This key has no schema."),
        }))),
    };

    private static JsonObject True(string description) => new() { ["description"] = description, ["const"] = true };

    private static JsonObject LowerWords<T>()
        where T : struct, Enum => SchemaNode.Words(Enum.GetNames<T>().Select(name => name.ToLowerInvariant()));
}
