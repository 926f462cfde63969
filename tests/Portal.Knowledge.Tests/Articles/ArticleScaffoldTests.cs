using Portal.Knowledge.Articles;
using Portal.Knowledge.Checks;

namespace Portal.Knowledge.Tests.Articles;

public sealed class ArticleScaffoldTests
{
    [Fact]
    public void Write_NewArticle_IsADraftInEveryLocaleThatPassesOnceItIsPublished()
    {
        using var fixture = new ContentFixture("en", "de");
        fixture.Article("returns/a", "Text.").Article("returns/a", "Text.", locale: "de");

        var written = ArticleScaffold.Write(fixture.Options, "gifts/wrap-a-gift", "A \"quoted\" \\ title: yes", ArticleType.Faq, ContentFixture.Today);

        Assert.Equal(
            ["articles/en/gifts/_category.yaml", "articles/en/gifts/wrap-a-gift.md", "articles/de/gifts/_category.yaml", "articles/de/gifts/wrap-a-gift.md"],
            written.Select(file => Path.GetRelativePath(fixture.Root, file).Replace('\\', '/')));
        using (var before = fixture.Library())
        {
            Assert.Null(before.FindByKey("en", "gifts/wrap-a-gift"));
        }

        foreach (var file in written.Where(file => file.EndsWith(".md", StringComparison.Ordinal)))
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace("draft: true\n", "", StringComparison.Ordinal));
        }

        using var library = fixture.Library();
        Assert.Equal("A \"quoted\" \\ title: yes", library.FindByKey("de", "gifts/wrap-a-gift")!.Title);
        Assert.DoesNotContain(ContentCheck.Run(fixture.Options, new Values(), ContentFixture.Today), finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void Write_ArticleThatIsThere_StaysAsItIs()
    {
        using var fixture = new ContentFixture("en", "de");
        fixture.Article("returns/a", "Text.");

        Assert.Equal(["de"], ArticleScaffold.Write(fixture.Options, "returns/a", "Other", ArticleType.Guide, ContentFixture.Today).Select(file => file.Split('/')[^3]));
        Assert.EndsWith("Text.", File.ReadAllText(Path.Combine(fixture.Root, "articles/en/returns/a.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("returns", "Title")]
    [InlineData("returns/../../a", "Title")]
    [InlineData("../a", "Title")]
    [InlineData("Returns/a", "Title")]
    [InlineData("returns/a", " ")]
    public void Write_WhatCannotBe_IsRefused(string key, string title)
    {
        using var fixture = new ContentFixture();
        Assert.Throws<ArgumentException>(() => ArticleScaffold.Write(fixture.Options, key, title, ArticleType.Guide, ContentFixture.Today));
    }
}
