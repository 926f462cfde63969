using System.Net;

namespace Portal.Web.Tests.Pages;

public sealed class LocaleTests(SharedPortal portal)
{
    private const string Root = "http://localhost:5080";

    [Theory]
    [InlineData("de", "/de")]
    [InlineData("de-AT,en;q=0.8", "/de")]
    [InlineData("en-US", "/en")]
    [InlineData("fr-CA", "/fr")]
    [InlineData("ar-KW,en;q=0.5", "/ar")]
    [InlineData("pt", "/en")]
    [InlineData("pt;q=0.9,de;q=0.5,en;q=0.2", "/de")]
    [InlineData("en;q=0.3,de;q=0.7", "/de")]
    [InlineData("*", "/en")]
    [InlineData(null, "/en")]
    public async Task Root_LeadsToTheBestLocale(string? wanted, string expected)
    {
        var answer = await portal.Site.Client(wanted).GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location!.OriginalString);
        Assert.Contains("Accept-Language", answer.Headers.Vary);
    }

    [Fact]
    public async Task Pages_WithALocale_NegotiateNothing()
    {
        var page = await new Visitor(portal.Site.Client("de")).OpenAsync("/en");
        Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.DoesNotContain("Accept-Language", page.Response.Headers.Vary);
    }

    [Fact]
    public async Task PublicPages_NameTheirAlternates()
    {
        var pages = (await portal.PublicPages).Where(page => page.Status == HttpStatusCode.OK).ToList();
        Assert.All(pages, page =>
        {
            var alternates = page.Document.QuerySelectorAll("link[rel=alternate][hreflang]").ToDictionary(link => link.GetAttribute("hreflang")!, link => link.GetAttribute("href")!, StringComparer.Ordinal);
            Assert.True(alternates.Remove("x-default", out var standard));
            Assert.Equal(alternates["en"], standard);
            Assert.Equal(["ar", "de", "en", "es", "fr", "ja"], alternates.Keys.Order(StringComparer.Ordinal));
            Assert.Equal(Encoded(page.Address), alternates[page.Locale]);
            Assert.All(alternates, alternate => Assert.StartsWith($"{Root}/{alternate.Key}", alternate.Value, StringComparison.Ordinal));
            Assert.Equal(page.Document.QuerySelector("meta[name=robots][content=noindex]") is null ? Encoded(page.Address.Split('?')[0]) : null, page.Document.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        });
    }

    private static string Encoded(string address) => new Uri(Root + address).AbsoluteUri;

    [Fact]
    public async Task Switcher_OnAnArticle_LeadsToTheSameArticleAndBack()
    {
        var visitor = new Visitor(portal.Site.Client());
        foreach (var article in portal.Snapshot.Library.Articles("en"))
        {
            var there = await visitor.OpenAsync(Switch(await visitor.OpenAsync(article.Url), "de"));
            Assert.Equal(portal.Snapshot.Library.FindByKey("de", article.Key)!.Url, there.Address);
            Assert.Equal(article.Url, Switch(there, "en"));
        }
    }

    [Fact]
    public async Task Switcher_OnACategory_LeadsToTheSameCategory()
    {
        var visitor = new Visitor(portal.Site.Client());
        var category = portal.Snapshot.Library.FindCategory("en", portal.Snapshot.Library.Articles("en")[0].CategorySlug)!;
        var there = await visitor.OpenAsync(Switch(await visitor.OpenAsync($"/en/help/{category.Slug}"), "de"));
        Assert.Equal($"/de/help/{portal.Snapshot.Library.Categories("de").Single(other => other.Key == category.Key).Slug}", there.Address);
    }

    [Fact]
    public async Task Switcher_OnResults_KeepsTheQuery() =>
        Assert.Equal("/de/search?q=mug&page=2", Switch(await new Visitor(portal.Site.Client()).OpenAsync("/en/search?q=mug&page=2"), "de"));

    [Theory]
    [InlineData("/pt")]
    [InlineData("/xx/help")]
    [InlineData("/EN")]
    [InlineData("/en/help/none")]
    [InlineData("/en/help/none/none")]
    [InlineData("/en/help/none/none.md")]
    [InlineData("/en/nothing/here")]
    public async Task Unknown_Address_IsAHelpful404(string address)
    {
        var page = await new Visitor(portal.Site.Client()).OpenAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.NotNull(page.Document.QuerySelector("main form[role=search] input[name=q]"));
        Assert.Contains("/en/orders", page.Links);
        Assert.Contains(page.Links, link => link.StartsWith("tel:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unknown_AddressBelowALocale_SpeaksIt()
    {
        var page = await new Visitor(portal.Site.Client("en")).OpenAsync("/de/gibt-es-nicht");
        Assert.Equal("de", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains("/de/orders", page.Links);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task Articles_WithMd_AreMarkdown(string locale)
    {
        var article = portal.Snapshot.Library.FindByKey(locale, "returns/return-policy")!;
        var answer = await portal.Site.Client().GetAsync(article.Url + ".md");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal("text/markdown", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("utf-8", answer.Content.Headers.ContentType.CharSet);
        Assert.StartsWith($"# {article.Title}\n\n{article.Summary}\n\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
    }

    private static string Switch(SitePage page, string locale) => page.Document.QuerySelector($"details.menu a[lang={locale}]")!.GetAttribute("href")!;
}
