using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Content;

namespace Portal.Web.Tests.Content;

/// <summary>An article for some markets, one about a product, and addresses that were others once.</summary>
public sealed class ArticlePlacesTests(PortalFactory site) : IClassFixture<PortalFactory>
{
    private SnapshotStore Store => site.Services.GetRequiredService<SnapshotStore>();

    [Fact]
    public async Task Article_OfSomeMarkets_NamesThem()
    {
        Write("articles/en/care/wax.md", ArticleFile.Write("Wax", "markets: [DE, AT]", "wax"));
        Assert.True(Store.Reload());
        Assert.Contains("Holds for deliveries to: Germany, Austria", (await new Visitor(site.Client()).OpenAsync("/en/help/care/wax")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_LineWithAGuide_LinksIt()
    {
        var page = await new Visitor(await site.ShopperOf("P-1001")).OpenAsync("/en/orders/P-1001");
        Assert.Contains(page.Links, link => link.StartsWith("/en/help/care/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OldAddress_IsARedirectThatStays()
    {
        Write("redirects.yaml", "/faq.html: help:returns/gifts\n/ja/help/old: page:help\n");
        Assert.True(Store.Reload());
        var client = site.Client();
        var answer = await client.GetAsync("/faq.html?utm=1");
        Assert.Equal((HttpStatusCode.MovedPermanently, Store.Current.Library.FindByKey("en", "returns/gifts")!.Url), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal("/ja/help", (await client.GetAsync("/ja/help/old/")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync("/faq.html", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/faq")).StatusCode);
    }

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(site.ContentRoot, path), text);
}
