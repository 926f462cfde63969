using Portal.Knowledge.Articles;
using Portal.Knowledge.Search;

namespace Portal.Knowledge.Tests.Articles;

/// <summary>What readers find on which day, for which market and product, and where old addresses lead.</summary>
public sealed class PublishingTests
{
    private static string Matter(string extra, string slug = "a") => ContentFixture.Matter(slug: slug, extra: extra);

    [Theory]
    [InlineData("publish: 2026-11-22", true)]
    [InlineData("publish: 2026-11-23", false)]
    [InlineData("publish: 2026-11-01\ndraft: true", false)]
    public void Article_OfALaterDay_IsNotFoundBefore(string extra, bool isFound)
    {
        using var fixture = new ContentFixture("en", "de");
        using var library = fixture.Article("returns/a", "Later.", Matter(extra)).Article("returns/a", "Später.", locale: "de").Article("returns/b", "Text.").Library();

        Assert.Equal(isFound, library.FindByKey("en", "returns/a") is not null);
        Assert.Equal(isFound || extra.Contains("draft", StringComparison.Ordinal), library.FindByKey("de", "returns/a") is not null);
        Assert.Equal(isFound ? 1 : 0, library.Search.Search(new SearchRequest("en", "later")).Total);
    }

    [Fact]
    public void Library_NextChange_IsTheEarliestDayThatWaits()
    {
        using var fixture = new ContentFixture();
        using var library = fixture.Article("returns/a", "Text.", Matter("publish: 2027-01-01")).Article("returns/b", "Text.", Matter("publish: 2026-12-01", "b"))
            .Article("returns/c", "Text.", Matter("publish: 2026-11-30\ndraft: true", "c")).Article("returns/d", "Text.").Library();

        Assert.Equal(new DateOnly(2026, 12, 1), library.NextChange);
    }

    [Fact]
    public void Preview_ShowsWhatIsHeld()
    {
        using var fixture = new ContentFixture();
        fixture.Article("returns/a", "Text.", Matter("draft: true")).Article("returns/b", "Text.");

        using var library = LibraryReader.Read(fixture.Options with { IsPreview = true }, new Values(), ContentFixture.Today).Library!;

        Assert.Equal((true, false), (library.FindByKey("en", "returns/a")!.IsHeld, library.FindByKey("en", "returns/b")!.IsHeld));
    }

    [Fact]
    public void Link_ToWhatIsNotPublished_IsAnError() =>
        Assert.Contains("\"returns/b\" is not published yet.", Assert.Single(FindingsOfLinkToDraft()), StringComparison.Ordinal);

    [Fact]
    public void Products_AndMarkets_AreTheOriginals()
    {
        using var fixture = new ContentFixture("en", "de");
        using var library = fixture.Article("returns/a", "Text.", Matter("products: [CER-MUG, \"LIN-*\"]\nmarkets: [DE]")).Article("returns/a", "Text.", locale: "de").Article("returns/b", "Text.").Library();

        Assert.Equal(["returns/a"], library.ForProduct("de", "cer-mug").Select(article => article.Key));
        Assert.Equal(["returns/a"], library.ForProduct("en", "LIN-NAP-4").Select(article => article.Key));
        Assert.Empty(library.ForProduct("en", "CER-MUG-2"));
        Assert.Equal(["DE"], library.FindByKey("de", "returns/a")!.Markets);
    }

    [Theory]
    [InlineData("/en/help/returns/old", "/en/help/returns/a")]
    [InlineData("/en/help/returns/old/", "/en/help/returns/a")]
    [InlineData("/de/help/alt/r%C3%BCck", "/de/help/ruecksendungen")]
    [InlineData("/faq.html", "/en/help/returns/a#costs")]
    [InlineData("/help", "/en/help")]
    [InlineData("/en/help/returns/older", null)]
    public void Redirect_OldAddress_LeadsToThePage(string path, string? to)
    {
        using var fixture = new ContentFixture("en", "de");
        using var library = fixture.Article("returns/a", "Text.\n\n## Costs {#costs}\n\nNone.", Matter("redirectFrom: [/en/help/returns/old]"))
            .File("redirects.yaml", "/de/help/alt/rück: /de/help/ruecksendungen\n/faq.html: help:returns/a#costs\n/help: page:help\n").Library();

        Assert.Equal(to, library.FindRedirect(path));
    }

    private static List<string> FindingsOfLinkToDraft()
    {
        using var fixture = new ContentFixture();
        return fixture.Article("returns/a", "[x](help:returns/b)").Article("returns/b", "Text.", Matter("draft: true", "b")).Read().Findings.Select(fixture.Short).ToList();
    }
}
