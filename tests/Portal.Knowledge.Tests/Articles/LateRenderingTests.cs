namespace Portal.Knowledge.Tests.Articles;

/// <summary>What is rendered only when somebody asks: an article for one market, and one that is held back.</summary>
public sealed class LateRenderingTests : IDisposable
{
    private readonly ContentFixture _fixture = new("en", "de");

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void InMarket_ShowsTheValuesOfThatMarket_AndLeavesTheArticleAlone()
    {
        using var library = _fixture.Article("returns/a", "Up to {{returns.limits.returnless}}, within {{returns.window}}.\n", ContentFixture.Matter(slug: "a", summary: "Up to {{returns.limits.returnless}}.")).Library();
        var article = library.FindByKey("en", "returns/a")!;
        Assert.Equal(["US", "GB", "DE"], library.MarketsOf(article));

        var german = library.InMarket("en", article, "DE");
        Assert.Equal("<p>Up to 20,00 €, within 30 days.</p>\n", german.Html);
        Assert.Equal("Up to 20,00 €.", german.Summary);
        Assert.Equal("<p>Up to 25 in the US, 20 in DE, within 30 days.</p>\n", library.FindByKey("en", "returns/a")!.Html);
    }

    [Fact]
    public void InMarket_AValueThatTheMarketHasNot_StaysThatOfAll()
    {
        using var library = _fixture.Article("returns/a", "Up to {{returns.limits.returnless}}.\n").Library();
        var article = library.FindByKey("en", "returns/a")!;
        Assert.Equal(article.Html, library.InMarket("en", article, "GB").Html);
    }

    [Theory]
    [InlineData("Within {{returns.window}}.\n", "")]
    [InlineData("Up to {{returns.limits.returnless market=DE}}.\n", "")]
    [InlineData("Up to {{returns.limits.returnless}}.\n", "DE")]
    [InlineData("Up to {{returns.limits.returnless}}.\n", "US, DE")]
    public void MarketsOf_AreThoseOfTheArticle_WhereAValueDiffers(string body, string markets)
    {
        using var library = _fixture.Article("returns/a", body, ContentFixture.Matter(slug: "a", extra: markets.Length > 0 ? $"markets: [{markets}]" : "")).Library();
        Assert.Equal(markets, string.Join(", ", library.MarketsOf(library.FindByKey("en", "returns/a")!)));
    }

    [Theory]
    [InlineData("draft: true")]
    [InlineData("publish: 2026-11-23")]
    public void FindHeld_IsRendered_AndStandsNowhere(string extra)
    {
        using var library = _fixture.Article("returns/a", "Open.\n").Article("returns/b", "[a](help:returns/a) in {{returns.window}}.\n", ContentFixture.Matter("Secret", "b", extra)).Library();
        var held = library.FindHeld("de", "returns/b")!;
        Assert.True(held.IsHeld);
        Assert.Equal(("en", "/de/help/ruecksendungen/b"), (held.Locale, held.Url));
        Assert.Equal("<p><a href=\"/de/help/ruecksendungen/a\">a</a> in 30 days.</p>\n", held.Html);

        Assert.Null(library.FindByKey("en", "returns/b"));
        Assert.Null(library.FindArticle("en", "returns", "b"));
        Assert.Single(library.Articles("en"));
        Assert.Empty(library.Search.Search(new("en", "secret")).Hits);
    }

    [Fact]
    public void FindHeld_OfWhatIsPublicOrUnknown_IsNull()
    {
        using var library = _fixture.Article("returns/a", "Open.\n").Article("returns/a", "Offen.\n", ContentFixture.Matter("Offen", "a", "draft: true"), "de").Library();
        Assert.Null(library.FindHeld("en", "returns/a"));
        Assert.Null(library.FindHeld("en", "returns/zzz"));
        Assert.Equal("Offen", library.FindHeld("de", "returns/a")!.Title);
    }
}
