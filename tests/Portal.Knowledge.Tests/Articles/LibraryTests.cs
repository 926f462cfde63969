using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Tests.Articles;

public sealed class LibraryTests
{
    [Fact]
    public void Article_Read_HasEverythingThatPagesShow()
    {
        using var fixture = new ContentFixture();
        using var library = fixture.Article("returns/a", "Before {{returns.window}}.\n\n## One {#one}\n\nFirst **bold** text.\n\n### Two\n\n- a\n- b\n", ContentFixture.Matter(summary: "Within {{returns.window}}.", slug: "a")).Library();

        var article = library.FindArticle("en", "returns", "a")!;

        Assert.Same(article, library.FindByKey("en", "returns/a"));
        Assert.Equal(("returns/a", "en", "/en/help/returns/a", 1), (article.Key, article.Locale, article.Url, article.ReadingMinutes));
        Assert.Equal("Within 30 days.", article.Summary);
        Assert.Equal([new Section("", "How to return", 1, "Before 30 days."), new Section("one", "One", 2, "First bold text."), new Section("two", "Two", 3, "a\nb")], article.Sections);
        Assert.Equal(new DateOnly(2026, 11, 12), article.Updated);
    }

    [Fact]
    public void Markdown_OfAnArticle_HasValuesFilledInAndLinksResolved()
    {
        using var fixture = new ContentFixture();
        using var library = fixture.Article("returns/a", "> {{shop.name}} gives [{{returns.window}}](help:returns/a) and [more](page:orders).\n").Library();

        Assert.Equal("> Tom & \\*Jerry\\* \\<script\\> gives [30 days](/en/help/returns/a) and [more](/en/orders).\n", library.FindByKey("en", "returns/a")!.Markdown);
    }

    [Fact]
    public void Library_MissingTranslation_FallsBackToTheDefaultLocale()
    {
        using var fixture = new ContentFixture("en", "de");
        using var library = fixture.Category("en", "care", "care", 2).Article("returns/a", "Text.").Article("returns/b", "Text.").Article("care/c", "Text.")
            .Article("returns/a", "Siehe [hier](help:returns/b).", locale: "de").Library();

        Assert.Equal(("de", "en"), (library.FindByKey("de", "returns/a")!.Locale, library.FindByKey("de", "returns/b")!.Locale));
        Assert.Equal("<p>Siehe <a href=\"/de/help/ruecksendungen/b\">hier</a>.</p>\n", library.FindByKey("de", "returns/a")!.Html);
        Assert.Equal(["returns/a", "returns/b"], library.FindCategory("de", "ruecksendungen")!.Articles.Select(article => article.Key));
        Assert.Equal(["de", "en"], library.Categories("de").Select(category => category.Locale));
        Assert.Null(library.FindByKey("en", "returns/z"));
    }

    [Fact]
    public void Library_Draft_IsNotPublished()
    {
        using var fixture = new ContentFixture();
        using var library = fixture.Article("returns/a", "Text.", ContentFixture.Matter(slug: "a", extra: "draft: true")).Article("returns/b", "Text.").Library();

        Assert.Equal(["returns/b"], library.Articles("en").Select(article => article.Key));
    }

    [Fact]
    public void Related_SharedTags_ComeBeforeSharedCategory()
    {
        using var fixture = new ContentFixture();
        using var library = fixture.Category("en", "care", "care", 2)
            .Article("returns/a", "Text.", ContentFixture.Matter(slug: "a", tags: "money, box"))
            .Article("returns/b", "Text.", ContentFixture.Matter(slug: "b", tags: "other"))
            .Article("care/c", "Text.", ContentFixture.Matter(slug: "c", tags: "box, money"))
            .Article("care/d", "Text.", ContentFixture.Matter(slug: "d", tags: "none")).Library();

        Assert.Equal(["care/c", "returns/b"], library.Related("en", library.FindByKey("en", "returns/a")!, 5).Select(article => article.Key));
        Assert.Equal(["care/c"], library.Related("en", library.FindByKey("en", "returns/a")!, 1).Select(article => article.Key));
    }

    [Fact]
    public void Hash_SameContent_IsTheSameUntilAFileChanges()
    {
        using var fixture = new ContentFixture();
        using var first = fixture.Article("returns/a", "Text.").Library();
        using var second = fixture.Library();
        using var third = fixture.Article("returns/a", "Text!").Library();

        Assert.Equal(first.Hash, second.Hash);
        Assert.NotEqual(first.Hash, third.Hash);
    }

    [Fact]
    public void Library_UnknownLocale_IsEmpty()
    {
        using var fixture = new ContentFixture();
        using var library = fixture.Article("returns/a", "Text.").Library();

        Assert.Empty(library.Categories("xx"));
        Assert.Empty(library.Articles("xx"));
        Assert.Null(library.FindArticle("xx", "returns", "a"));
        Assert.Empty(library.Search.Suggest("xx", "a", 5));
    }

    [Fact]
    public void Read_NoFolder_IsAFinding()
    {
        var options = new LibraryOptions("/no/such/folder", ["en"], "en", (_, _, _) => "/");

        var reading = LibraryReader.Read(options, new Values(), ContentFixture.Today);

        Assert.Null(reading.Library);
        Assert.Equal("/no/such/folder:1:1: error no-content: The content folder does not exist. — Create it, or name another one in Content:Root.", Assert.Single(reading.Findings).ToString());
    }

    [Fact]
    public void Read_MisplacedHugeAndUndecodableFiles_AreFindings()
    {
        using var fixture = new ContentFixture();
        fixture.Article("returns/a", "Text.").File("articles/en/lost.md", "x").File("articles/en/returns/Bad Name.md", "x").File("articles/en/returns/huge.md", new string('x', 210_000));
        File.WriteAllBytes(Path.Combine(fixture.Root, "articles/en/returns/latin.md"), [0x2d, 0xe9, 0x0a]);

        Assert.Equal(["file-name", "too-large", "encoding", "misplaced-file"], fixture.Read().Findings.OrderBy(finding => finding.Code is "misplaced-file").Select(finding => finding.Code));
    }
}
