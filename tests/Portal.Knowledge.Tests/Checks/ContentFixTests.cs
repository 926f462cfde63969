using Portal.Knowledge.Checks;

namespace Portal.Knowledge.Tests.Checks;

/// <summary>What <c>content check --fix</c> mends, and that it leaves everything else as it is.</summary>
public sealed class ContentFixTests
{
    [Theory]
    [InlineData("See [x](help:returns/targte) and [y](page:order).", "See [x](help:returns/target) and [y](page:orders).")]
    [InlineData("See [x](help:returns/target#cots).", "See [x](help:returns/target#costs).")]
    [InlineData("{{returns.windwo}}, {{returns.windwo}}", "{{returns.window}}, {{returns.window}}")]
    [InlineData("# A\n\nText.", "## A\n\nText.")]
    [InlineData("## A\n\nText.\n\n#### B\n\nText.", "## A\n\nText.\n\n### B\n\nText.")]
    [InlineData("> [!WARNNG]\n> Text.\n\n:::stesp\n1. a\n:::", "> [!WARNING]\n> Text.\n\n:::steps\n1. a\n:::")]
    [InlineData("You have {{returns.window}}: 30 days, not 30 days.", "You have {{returns.window}}: {{returns.window}}, not {{returns.window}}.")]
    [InlineData("See [x](help:nowhere/at-all).", "See [x](help:nowhere/at-all).")]
    [InlineData("![](/media/none.svg) {{law.withdrawal}}", "![](/media/none.svg) {{law.withdrawal}}")]
    public void Fix_Body_IsMendedWhereNoJudgementIsNeeded(string written, string mended) =>
        Assert.Equal(ContentFixture.Matter(slug: "a") + mended, Fixed(ContentFixture.Matter(slug: "a") + written));

    [Theory]
    [InlineData("slug: a", "slug: Wo ist's?", "slug: wo-ist-s")]
    [InlineData("type: guide", "type: gide", "type: guide")]
    [InlineData("type: guide", "tpye: guide", "type: guide")]
    [InlineData("slug: a", "slug: a\ncolour: red", "slug: a\ncolour: red")]
    public void Fix_FrontMatter_IsMendedWhereNoJudgementIsNeeded(string line, string written, string mended)
    {
        var matter = ContentFixture.Matter(slug: "a");
        Assert.Equal(matter.Replace(line, mended, StringComparison.Ordinal) + "Text.", Fixed(matter.Replace(line, written, StringComparison.Ordinal) + "Text."));
    }

    [Fact]
    public void Fix_FileWithCarriageReturns_KeepsThem()
    {
        var written = (ContentFixture.Matter(slug: "a") + "See [x](page:order).\n").Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal(written.Replace("page:order)", "page:orders)", StringComparison.Ordinal), Fixed(written));
    }

    [Fact]
    public void Fix_FileThatChangedMeanwhile_IsLeftAlone()
    {
        using var fixture = new ContentFixture();
        var findings = ContentCheck.Run(fixture.Article("returns/a", "See [x](page:order).").Options, new Values(), ContentFixture.Today);
        fixture.Article("returns/a", "Gone.");
        Assert.NotEmpty(findings);
        Assert.Empty(ContentFix.Apply(findings));
        Assert.EndsWith("Gone.", File.ReadAllText(Path.Combine(fixture.Root, "articles/en/returns/a.md")), StringComparison.Ordinal);
    }

    private static string Fixed(string text)
    {
        using var fixture = new ContentFixture();
        fixture.Article("returns/target", "Text.\n\n## Costs {#costs}\n\nNone.\n").File("articles/en/returns/a.md", text);
        var findings = ContentCheck.Run(fixture.Options, new Values(), ContentFixture.Today);
        Assert.Equal(findings.Count(finding => finding.Repair is not null), ContentFix.Apply(findings).Count);
        return File.ReadAllText(Path.Combine(fixture.Root, "articles/en/returns/a.md"));
    }
}
