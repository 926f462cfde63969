using System.Net;
using AngleSharp.Dom;

namespace Portal.Web.Tests.Content;

/// <summary>Articles that quote values which differ by market: all of them, or those of one market.</summary>
public sealed class MarketArticleTests(SharedPortal portal)
{
    private const string KeepIt = "/en/help/returns/keep-the-item";

    private readonly Visitor _visitor = new(portal.Site.Client());

    [Fact]
    public async Task Article_WithoutMarket_ShowsEveryMarketsValueAndOffersEach()
    {
        var page = await _visitor.OpenAsync(KeepIt);
        Assert.Contains("¥", Value(page), StringComparison.Ordinal);
        Assert.Contains("€", Value(page), StringComparison.Ordinal);
        Assert.Equal([.. portal.Snapshot.Site.Markets.Keys.Select(market => $"{KeepIt}?market={market}"), KeepIt], Choices(page).Select(link => link.GetAttribute("href")));
        Assert.Equal("All countries", Chosen(page));
    }

    [Fact]
    public async Task Article_InAMarket_ShowsThatValueAlone_AndIsThePlainPageForSearchEngines()
    {
        var (plain, page) = (await _visitor.OpenAsync(KeepIt), await _visitor.OpenAsync(KeepIt + "?market=JP"));
        Assert.Contains("¥", Value(page), StringComparison.Ordinal);
        Assert.DoesNotContain("€", Value(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Japan", Value(page), StringComparison.Ordinal);
        Assert.Equal("Japan", Chosen(page));
        Assert.All(["link[rel=canonical]", "script[type='application/ld+json']"], part =>
            Assert.Equal(plain.Document.QuerySelector(part)!.OuterHtml, page.Document.QuerySelector(part)!.OuterHtml));
        Assert.Equal(Value(plain), Value(await _visitor.OpenAsync(KeepIt)));
    }

    [Theory]
    [InlineData("XX")]
    [InlineData("jp")]
    [InlineData("")]
    [InlineData("%3Cscript%3E")]
    public async Task Article_InAnUnknownMarket_ShowsEveryMarketsValue(string market)
    {
        var page = await _visitor.OpenAsync($"{KeepIt}?market={market}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal((await _visitor.OpenAsync(KeepIt)).Text, page.Text);
    }

    [Fact]
    public async Task Article_ThatReadsTheSameEverywhere_OffersNoChoice()
    {
        var page = await _visitor.OpenAsync("/en/help/care/linen?market=JP");
        Assert.Empty(Choices(page));
    }

    [Fact]
    public async Task Markdown_InAMarket_ShowsEveryMarketsValue() =>
        Assert.Equal(await _visitor.Client.GetStringAsync(KeepIt + ".md"), await _visitor.Client.GetStringAsync(KeepIt + ".md?market=JP"));

    private static string Value(SitePage page) => page.Document.QuerySelectorAll("article.prose strong").Select(strong => strong.TextContent).First(text => text.Any(char.IsDigit));

    private static IEnumerable<IElement> Choices(SitePage page) => page.Document.QuerySelectorAll("nav.one-of a");

    private static string Chosen(SitePage page) => Assert.Single(page.Document.QuerySelectorAll("nav.one-of a[aria-current=true]")).TextContent;
}
