using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Portal.Web.Cases;
using Portal.Web.Content;

namespace Portal.Web.Tests.Content;

/// <summary>Articles that readers do not find yet, and the signed links that show them.</summary>
public sealed class SignedPreviewTests(PortalFactory site) : IClassFixture<PortalFactory>
{
    private const string Draft = "/en/help/care/velvet";
    private const string Later = "/en/help/care/tweed";

    private SnapshotStore Store => site.Services.GetRequiredService<SnapshotStore>();

    private SignedLinks Links => LinksOf(site.Clock);

    [Theory]
    [InlineData(Draft, "care/velvet", "All about it.")]
    [InlineData(Later, "care/tweed", "All about it.")]
    public async Task Link_ShowsTheHeldArticle_ToNobodyElse(string address, string key, string description)
    {
        Write();
        var page = await OpenAsync(address, key);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Text about", page.Text, StringComparison.Ordinal);
        Assert.Contains("Preview:", page.Document.QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(description, page.Document.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Equal("noindex", page.Document.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.True(page.Response.Headers.CacheControl!.NoStore);
        Assert.Empty(page.Document.QuerySelectorAll("link[rel=alternate], link[rel=canonical]"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client().GetAsync(address)).StatusCode);

        var german = page.Document.QuerySelector("header a[hreflang=de]")!.GetAttribute("href")!;
        Assert.StartsWith("/de/help/", german, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Client().GetAsync(german)).StatusCode);
    }

    [Theory]
    [InlineData("/en/help/care")]
    [InlineData("/en/help")]
    [InlineData("/en")]
    [InlineData("/en/search?q=velvet")]
    [InlineData("/en/search?q=tweed")]
    [InlineData("/api/search?locale=en&q=velvet")]
    [InlineData("/api/suggest?locale=en&q=velv")]
    [InlineData("/en/sitemap.xml")]
    [InlineData("/llms.txt")]
    public async Task HeldArticle_StandsInNoListing(string address)
    {
        Write();
        await OpenAsync(Draft, "care/velvet");
        var text = await site.Client().GetStringAsync(address);
        Assert.DoesNotContain("/velvet", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/tweed", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_Expired_IsAsUnknown()
    {
        Write();
        var week = TimeSpan.FromDays(7);
        Assert.Equal(HttpStatusCode.OK, (await site.Client().GetAsync(Signed(week - TimeSpan.FromSeconds(1)))).StatusCode);
        await AssertAsUnknownAsync(Signed(week));

        string Signed(TimeSpan ago) => Addresses.WithKey(Draft, LinksOf(new FakeTimeProvider(site.Clock.GetUtcNow() - ago)).Sign(LinkPurpose.Article, "care/velvet", Duration.FromTimeSpan(week)));
    }

    [Fact]
    public async Task Link_AlteredOrForAnotherArticleOrPurpose_IsAsUnknown()
    {
        Write();
        var key = Links.Sign(LinkPurpose.Article, "care/velvet", Duration.FromDays(1));
        var middle = key.Length / 2;
        await AssertAsUnknownAsync($"{Draft}?key={key[..middle]}{(key[middle] == 'A' ? 'B' : 'A')}{key[(middle + 1)..]}");
        await AssertAsUnknownAsync($"{Draft}?key=");
        await AssertAsUnknownAsync($"{Draft}?key=care/velvet");
        await AssertAsUnknownAsync($"{Draft}?key={Links.Sign(LinkPurpose.Article, "care/tweed", Duration.FromDays(1))}");
        await AssertAsUnknownAsync($"{Draft}?key={Links.Sign(LinkPurpose.Order, "care/velvet", Duration.FromDays(1))}");
        await AssertAsUnknownAsync($"{Later}?key={key}");
    }

    [Fact]
    public async Task Link_OfAnArticleThatIsPublicMeanwhile_OpensIt()
    {
        var page = await OpenAsync("/en/help/care/linen", "care/linen");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document.QuerySelector("main .notice.wait"));
        Assert.NotNull(page.Document.QuerySelector("link[rel=canonical]"));
    }

    private SignedLinks LinksOf(TimeProvider clock) => new(site.Services.GetRequiredService<IDataProtectionProvider>(), clock);

    private Task<SitePage> OpenAsync(string address, string key) =>
        new Visitor(site.Client()).OpenAsync(Addresses.WithKey(address, Links.Sign(LinkPurpose.Article, key, Duration.FromDays(7))));

    private async Task AssertAsUnknownAsync(string address)
    {
        var (answer, unknown) = (await site.Client().GetAsync(address), await site.Client().GetAsync("/en/help/care/no-such-article"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal((await SitePage.ReadAsync(address, unknown)).Text, (await SitePage.ReadAsync(address, answer)).Text);
    }

    private void Write()
    {
        if (!File.Exists(At("velvet")))
        {
            File.WriteAllText(At("velvet"), ArticleFile.Write("Velvet", "draft: true", "velvet"));
            File.WriteAllText(At("tweed"), ArticleFile.Write("Tweed", "publish: 2031-01-01", "tweed"));
            Assert.True(Store.Reload());
        }
    }

    private string At(string name) => Path.Combine(site.ContentRoot, $"articles/en/care/{name}.md");
}
