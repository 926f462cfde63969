namespace Portal.Knowledge.Tests.Articles;

public sealed class FrontMatterTests
{
    private const string File = "articles/en/returns/a.md";

    [Theory]
    [InlineData("tittle: x", "2:1: error unknown-key: \"tittle\" is not a key of this file. — Did you mean \"title\"?")]
    [InlineData("type: gide", "2:7: error wrong-value: \"gide\" is no type. — Did you mean \"guide\"?")]
    [InlineData("order: one", "2:8: error wrong-value: \"order\" is a whole number, not \"one\".")]
    [InlineData("updated: 12.11.2026", "2:10: error wrong-value: \"updated\" is a day such as 2026-11-12, not \"12.11.2026\".")]
    [InlineData("draft: maybe", "2:8: error wrong-value: \"draft\" is true or false, not \"maybe\".")]
    [InlineData("slug: Not A Slug", "2:7: error slug: \"Not A Slug\" cannot be part of an address. — Use lower-case letters, digits and hyphens, at most 80.")]
    [InlineData("tags: one", "2:7: error wrong-kind: \"tags\" is a list. — Write one item a line, each after a hyphen.")]
    [InlineData("title: [a, b]", "2:1: error wrong-kind: \"title\" is one text, not a list.")]
    [InlineData("title:", "2:7: error empty: \"title\" is empty. — Write it, or remove the line.")]
    [InlineData("review: soon", "2:9: error wrong-value: \"review\" is a day such as 2026-11-12, not \"soon\".")]
    [InlineData("tags: {a: b}", "2:7: error yaml: Only texts and lists of texts are possible here. — Write it flat, without nesting, anchors or aliases.")]
    [InlineData("tags: [[a]]", "2:8: error yaml: Only texts and lists of texts are possible here. — Write it flat, without nesting, anchors or aliases.")]
    public void FrontMatter_WrongLine_IsLocated(string line, string expected)
    {
        var key = line.Split(':')[0];
        var matter = "---\n" + line + "\n" + string.Join('\n', ContentFixture.Matter(slug: "a").Split('\n').Where(other => !other.StartsWith(key + ":", StringComparison.Ordinal)).Skip(1));

        Assert.Contains($"{File}:{expected}", ContentFixture.Findings("Text.", matter));
    }

    [Fact]
    public void FrontMatter_KeyTwice_NamesBothLines()
    {
        var matter = ContentFixture.Matter(slug: "a", extra: "title: Again");

        Assert.Equal([$"{File}:13:1: error duplicate-key: \"title\" is written twice. — It stands in line 2 already; remove one."], ContentFixture.Findings("Text.", matter));
    }

    [Fact]
    public void FrontMatter_KeyMissing_IsNamed() =>
        Assert.Contains($"{File}:1:1: error missing-key: \"updated\" is missing. — Add a line \"updated: …\".", ContentFixture.Findings("Text.", ContentFixture.Matter(slug: "a").Replace("updated: 2026-11-12\n", "", StringComparison.Ordinal)));

    [Fact]
    public void FrontMatter_TitleTooLong_IsAnError() =>
        Assert.Contains("2:8: error too-long: \"title\" has 71 characters; 70 are possible.", Assert.Single(ContentFixture.Findings("Text.", ContentFixture.Matter(title: new string('x', 71), slug: "a"))), StringComparison.Ordinal);

    [Fact]
    public void FrontMatter_BrokenYaml_IsLocated() =>
        Assert.Contains(ContentFixture.Findings("Text.", "---\ntitle: a: b\n---\n"), finding => finding.StartsWith($"{File}:2:9: error yaml: This is not valid YAML", StringComparison.Ordinal));

    [Theory]
    [InlineData("Text without anything.", "The file does not begin with its front matter.")]
    [InlineData("---\ntitle: a\n", "The front matter has no end.")]
    [InlineData("---\n---\nText.", "Nothing is written here.")]
    [InlineData("---\n- a\n---\nText.", "A list of keys with values is expected here.")]
    [InlineData("", "The file does not begin with its front matter.")]
    public void FrontMatter_NotThere_IsSaid(string file, string message) =>
        Assert.Contains(message, Assert.Single(ContentFixture.Findings("", file)), StringComparison.Ordinal);

    [Fact]
    public void FrontMatter_NestedThirtyThousandDeep_IsAFinding() =>
        Assert.Contains("error yaml", Assert.Single(ContentFixture.Findings("Text.", $"---\ntags: {new string('[', 30_000)}\n---\n")), StringComparison.Ordinal);

    [Fact]
    public void Category_UnknownKey_IsLocated()
    {
        using var fixture = new ContentFixture();
        fixture.Article("returns/a", "Text.").File("articles/en/returns/_category.yaml", "title: a\nsumary: b\norder: 1\nslug: a\n");

        Assert.Contains("articles/en/returns/_category.yaml:2:1: error unknown-key: \"sumary\" is not a key of this file. — Did you mean \"summary\"?", fixture.Read().Findings.Select(fixture.Short));
    }
}
