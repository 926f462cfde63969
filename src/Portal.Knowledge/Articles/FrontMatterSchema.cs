using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Knowledge.Articles;

/// <summary>The JSON Schema (draft 2020-12) of what stands above an article's text, so that editors complete and check as people type.</summary>
public static class FrontMatterSchema
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Required = ["title", "summary", "type", "questions", "tags", "order", "updated", "slug"];

    /// <summary>The schema as it is kept beside the articles, with a line feed at the end.</summary>
    public static string Write() => Create().ToJsonString(Readable) + "\n";

    private static JsonObject Create() => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "Front matter of an article",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray([.. Required.Select(key => (JsonNode)key)]),
        ["properties"] = new JsonObject
        {
            ["title"] = Text("What the article is called", FrontMatter.LongestTitle),
            ["summary"] = Text("What it says, in one or two sentences", FrontMatter.LongestSummary),
            ["type"] = Described(new JsonObject { ["enum"] = new JsonArray([.. FrontMatter.TypeNames.Select(name => (JsonNode)name)]) }, "What kind of article it is"),
            ["questions"] = List("What shoppers ask, in their words; search answers them with this article", FrontMatter.MostQuestions, FrontMatter.LongestQuestion),
            ["tags"] = List("What it is about, in single words", FrontMatter.MostTags, FrontMatter.LongestTag),
            ["order"] = Described(new JsonObject { ["type"] = "integer" }, "Its place in the category, the lowest first"),
            ["updated"] = Day("The day on which what it says last changed"),
            ["review"] = Day("The day by which somebody reads it again"),
            ["draft"] = Described(new JsonObject { ["type"] = "boolean" }, "True while readers must not find it"),
            ["publish"] = Day("The first day on which readers find it"),
            ["markets"] = List("The markets it holds for; all unless given", FrontMatter.MostMarkets, FrontMatter.LongestMarket),
            ["slug"] = Described(new JsonObject { ["type"] = "string", ["maxLength"] = 80, ["pattern"] = @"^[\p{Ll}\p{Lo}\p{Lm}\p{Nd}-]+$" }, "Its part of the address, in the article's language"),
            ["redirectFrom"] = List("Addresses that led to it once", FrontMatter.MostRedirects, FrontMatter.LongestRedirect),
            ["products"] = List("SKUs of what it is about; one that ends with * stands for all that begin so", FrontMatter.MostProducts, FrontMatter.LongestProduct),
            ["source"] = List("Of a translation: what each section was made from; written by 'content drift --accept'", FrontMatter.MostSources, FrontMatter.LongestSource),
            ["accepted"] = Text("Why the translation was said to be current", FrontMatter.LongestReason),
        },
    };

    private static JsonObject Text(string description, int longest) =>
        Described(new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = longest }, description);

    private static JsonObject Day(string description) => Described(new JsonObject { ["type"] = "string", ["format"] = "date" }, description);

    private static JsonObject List(string description, int most, int longest) => Described(
        new JsonObject { ["type"] = "array", ["maxItems"] = most, ["items"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = longest } },
        description);

    private static JsonObject Described(JsonObject node, string description)
    {
        node.Insert(0, "description", description);
        return node;
    }
}
