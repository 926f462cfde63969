namespace Portal.Knowledge.Tests.Checks;

/// <summary>The forms in which rules meet what editors write; Specs/checks has a page for each finding.</summary>
public sealed class ContentRuleTests
{
    private const string File = "articles/en/returns/a.md";

    // The fixture's front matter is 14 lines long, so a body begins in line 15.
    [Theory]
    [InlineData("Text.\n\n## A\n\nText.\n\n### B\n\nText.\n\n## C\n\nText.", null)]
    [InlineData("# A\n\nText.", "15:1: error heading-order: The title is the only heading of level 1. — Begin with ##.")]
    [InlineData("## A\n\nText.\n\n#### B\n\nText.", "19:1: error heading-order: A heading of level 4 follows one of level 2. — Use ###.")]
    [InlineData("## A {#x}\n\nText.\n\n## B {#x}\n\nText.", "19:1: error duplicate-anchor: The anchor \"x\" is taken by an earlier heading. — Choose another one.")]
    [InlineData("## A\n\n## B\n\nText.", "15:1: error empty-section: Nothing stands under this heading. — Write the section, or remove the heading.")]
    [InlineData("## A\n\n### B\n\nText.", null)]
    [InlineData("\n", "1:1: error empty-section: The article has no text. — Write it, or set draft: true.")]
    [InlineData("See\n[x](help:returns/targte).", "16:1: error unknown-link: There is no article \"returns/targte\". — Did you mean \"returns/target\"?")]
    [InlineData("See [x](help:returns/target#cots).", "15:5: error unknown-anchor: \"returns/target\" has no section \"cots\". — Did you mean \"costs\"?")]
    [InlineData("See [x](help:returns/target#costs), [y](help:returns/a), [z](page:withdraw).", null)]
    [InlineData("> - see [x](page:order)", "15:9: error unknown-link: There is no page \"order\". — Did you mean \"orders\"?")]
    [InlineData("[x](#nowhere)", "15:1: error unknown-anchor: \"returns/a\" has no section \"nowhere\".")]
    [InlineData("![A mug](/media/none.svg)", "15:1: error unknown-link: There is no file \"/media/none.svg\" in the content folder. — Put it there, or correct the path.")]
    [InlineData("[x](javascript:alert(1))", "15:1: error forbidden-link: \"javascript:alert(1)\" is not an address that an article may use. — Use help:, page:, /media/…, #anchor, http, https, mailto or tel.")]
    [InlineData("<javascript:alert(1)>", "15:1: error forbidden-link: \"javascript:alert(1)\" is not an address that an article may use. — Use help:, page:, /media/…, #anchor, http, https, mailto or tel.")]
    [InlineData("[x](/en/orders)", "15:1: error forbidden-link: \"/en/orders\" is not an address that an article may use. — Use help:, page:, /media/…, #anchor, http, https, mailto or tel.")]
    [InlineData("![x](https://example.com/x.png)", "15:1: error forbidden-link: The image \"https://example.com/x.png\" is not one of the portal's own. — Put it into media and write /media/….")]
    [InlineData("{{returns.windwo}}", "15:1: error unknown-value: There is no policy value \"returns.windwo\". — Did you mean \"returns.window\"?")]
    [InlineData("| a |\n| - |\n| {{law.withdrawal}} |", "17:3: error unknown-value: The policy value \"law.withdrawal\" has no text for every market. — Name a market in which it holds.")]
    [InlineData("{{law.withdrawal market=germany}}", "15:1: error unknown-value: \"law.withdrawal market=germany\" does not name a policy value. — Write {{name}} or {{name market=DE}}.")]
    [InlineData("{{law.withdrawal market=DE}} {{returns.window}}", null)]
    [InlineData("> [!WARNNG]\n> Text.", "15:1: error unknown-block: There is no notice \"WARNNG\". — Did you mean \"WARNING\"?")]
    [InlineData(":::stesp\n1. a\n:::", "15:1: error unknown-block: There is no container \"stesp\". — Did you mean \"steps\"?")]
    [InlineData("> [!note]\n> Text.\n\n:::steps\n1. a\n:::", null)]
    public void Rule_Body_IsChecked(string body, string? expected) =>
        Assert.Equal(expected is null ? [] : [$"{File}:{expected}"], ContentFixture.Findings(body, ContentFixture.Matter(slug: "a", extra: "draft: false")));

    [Theory]
    [InlineData("![](/media/mug.svg)", "15:1: error missing-alt: The image has no description. — Write what it shows between the square brackets.")]
    [InlineData("![A mug](/media/mug.svg)", null)]
    public void MissingAltText_Image_IsChecked(string body, string? expected)
    {
        using var fixture = new ContentFixture();
        fixture.File("media/mug.svg", "<svg/>").Article("returns/a", body, ContentFixture.Matter(slug: "a", extra: "draft: false"));

        Assert.Equal(expected is null ? [] : [$"{File}:{expected}"], fixture.Read().Findings.Select(fixture.Short));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(8, false)]
    [InlineData(9, true)]
    public void QuestionCount_OutsideThreeToEight_IsAWarning(int count, bool isFound)
    {
        var questions = Enumerable.Range(1, count).Select(number => $"Question {number}").ToArray();

        var findings = ContentFixture.Findings("Text.", ContentFixture.Matter(slug: "a", questions: questions));

        Assert.Equal(isFound ? [$"{File}:5:1: warning question-count: The article names {count} questions. — Name 3 to 8."] : [], findings);
    }

    [Fact]
    public void UnknownPolicyValue_InTheSummary_IsLocated() =>
        Assert.Equal([$"{File}:3:10: error unknown-value: There is no policy value \"returns.windo\". — Did you mean \"returns.window\"?"], ContentFixture.Findings("Text.", ContentFixture.Matter(slug: "a", summary: "In {{returns.windo}}.")));

    [Fact]
    public void DuplicateSlug_OfArticlesAndCategories_NamesTheOther()
    {
        using var fixture = new ContentFixture();
        fixture.Category("en", "care", "returns", 2).Article("returns/a", "Text.", ContentFixture.Matter(slug: "same")).Article("returns/b", "Text.", ContentFixture.Matter(slug: "same")).Article("care/c", "Text.", ContentFixture.Matter(slug: "same"));

        Assert.Equal(
        [
            "articles/en/returns/_category.yaml:4:7: error duplicate-slug: The slug \"returns\" is taken by articles/en/care/_category.yaml. — Choose another one.",
            "articles/en/returns/b.md:12:7: error duplicate-slug: The slug \"same\" is taken by articles/en/returns/a.md. — Choose another one.",
        ], fixture.Read().Findings.Where(finding => finding.Code == "duplicate-slug").Select(fixture.Short));
    }

    [Fact]
    public void MissingCategory_Folder_IsAnError()
    {
        using var fixture = new ContentFixture();
        fixture.Article("returns/a", "Text.").Article("other/b", "Text.");

        Assert.Equal("articles/en/other/b.md:1:1: error missing-category: The category \"other\" is not described in \"en\". — Add _category.yaml with title, summary, order and slug beside this file.", fixture.Short(Assert.Single(fixture.Read().Findings)));
    }

    [Fact]
    public void MissingTranslation_AndOrphan_AreWarningsThatServe()
    {
        using var fixture = new ContentFixture("en", "de");
        fixture.Article("returns/a", "Text.").Article("returns/b", "Text.", locale: "de");

        var reading = fixture.Read();
        using var library = reading.Library;

        Assert.NotNull(library);
        Assert.Equal(
        [
            "articles/de/returns/b.md:1:1: warning orphan-translation: \"returns/b\" does not exist in \"en\". — Give both the same folder and file name.",
            "articles/en/returns/a.md:1:1: warning missing-translation: \"returns/a\" is not translated into \"de\". — Write articles/de/returns/a.md.",
        ], reading.Findings.Select(fixture.Short));
    }
}
