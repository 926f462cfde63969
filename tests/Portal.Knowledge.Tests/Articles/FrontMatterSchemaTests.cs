using System.Text.Json.Nodes;
using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Tests.Articles;

/// <summary>The schema says what the reader wants: the same keys, the same limits.</summary>
public sealed class FrontMatterSchemaTests
{
    private static readonly JsonObject Root = JsonNode.Parse(FrontMatterSchema.Write())!.AsObject();

    private static readonly Dictionary<string, string> Good = new(StringComparer.Ordinal)
    {
        ["title"] = "How to return", ["summary"] = "In three steps.", ["type"] = "guide", ["questions"] = "[How do I return it?, Can I send it back?, I do not want it]",
        ["tags"] = "[returns]", ["order"] = "1", ["updated"] = "2026-11-12", ["review"] = "2027-05-12", ["draft"] = "false", ["publish"] = "2026-11-01", ["markets"] = "[DE]",
        ["slug"] = "how-to-return", ["redirectFrom"] = "[/en/old]", ["products"] = "[CER-MUG]", ["source"] = "[]", ["accepted"] = "a typo",
    };

    public static TheoryData<string> Keys => [.. Properties.Select(property => property.Key)];

    private static JsonObject Properties => Root["properties"]!.AsObject();

    [Fact]
    public void Write_Today_IsTheFileBesideTheArticles() =>
        Assert.Equal(FrontMatterSchema.Write(), File.ReadAllText(Path.Combine(Repository.Root, "content", "articles", "article.schema.json")));

    [Fact]
    public void Reader_EveryKeyOfTheSchema_IsKnown()
    {
        Assert.Equal(Good.Keys.Order(StringComparer.Ordinal), Properties.Select(property => property.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Findings(Good), finding => finding.Contains(" unknown-key:", StringComparison.Ordinal) || finding.Contains(" missing-key:", StringComparison.Ordinal));
        Assert.Contains(Findings(new(Good) { ["colour"] = "red" }), finding => finding.Contains(" unknown-key:", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Reader_KeyLeftOut_IsMissedExactlyWhereTheSchemaWantsIt(string key)
    {
        var without = new Dictionary<string, string>(Good, StringComparer.Ordinal);
        without.Remove(key);

        Assert.Equal(Root["required"]!.AsArray().Any(one => one!.GetValue<string>() == key), Findings(without).Any(finding => finding.Contains(" missing-key:", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Reader_LongestTextAndOneMore_AreJudgedAsTheSchemaDoes(string key)
    {
        var (node, isList) = (Properties[key]!.AsObject(), Properties[key]!["items"] is not null);
        if ((isList ? node["items"]!["maxLength"] : node["maxLength"]) is not { } longest)
        {
            return;
        }

        foreach (var extra in new[] { 0, 1 })
        {
            var text = new string('a', longest.GetValue<int>() + extra);
            var found = Findings(new(Good) { [key] = isList ? $"[{text}]" : text });
            Assert.Equal(extra == 1, found.Any(finding => new[] { " too-long:", " wrong-item:", " slug:" }.Any(code => finding.Contains(code, StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void Reader_EveryTypeOfTheSchema_IsRead() =>
        Assert.All(Properties["type"]!["enum"]!.AsArray(), type => Assert.DoesNotContain(Findings(new(Good) { ["type"] = type!.GetValue<string>() }), finding => finding.Contains(" wrong-value:", StringComparison.Ordinal)));

    private static IReadOnlyList<string> Findings(Dictionary<string, string> matter) =>
        ContentFixture.Findings("Text.\n", $"---\n{string.Concat(matter.Select(pair => $"{pair.Key}: {pair.Value}\n"))}---\n");
}
