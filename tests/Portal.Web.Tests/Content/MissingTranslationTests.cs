using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Content;

namespace Portal.Web.Tests.Content;

/// <summary>What readers get where nobody has translated yet: the default locale's text, in their own shell, and search engines are told.</summary>
public sealed class MissingTranslationTests(PortalFactory site) : IClassFixture<PortalFactory>
{
    private SnapshotStore Store => site.Services.GetRequiredService<SnapshotStore>();

    [Theory]
    [InlineData("/es/help")]
    [InlineData("/es/help/care")]
    [InlineData("/es/help/care/linen")]
    public async Task Page_OfAMissingCategory_IsShownInTheDefaultLocale(string address)
    {
        var page = await OpenAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("es", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains(page.Links.Concat([address]), link => link.StartsWith("/es/help/care", StringComparison.Ordinal));
        Assert.DoesNotContain(page.Links, link => link.StartsWith("/en/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Category_Missing_IsMarkedAsForeign()
    {
        var page = await OpenAsync("/es/help/care");
        Assert.Equal("en", page.Document.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.Equal("ltr", page.Document.QuerySelector("h1")!.GetAttribute("dir"));
        AssertNotIndexedAsSpanish(page);
    }

    [Fact]
    public async Task Article_Missing_SaysSoAndIsNotIndexed()
    {
        var category = await OpenAsync("/es/help/devoluciones");
        var gifts = Store.Current.Library.FindByKey("es", "returns/gifts")!.Url;
        Assert.Contains(gifts, category.Links);
        var page = await OpenAsync(gifts);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("/es/help/", gifts, StringComparison.Ordinal);
        Assert.Equal("en", page.Document.QuerySelector("article.prose")!.GetAttribute("lang"));
        Assert.NotNull(page.Document.QuerySelector("main .notice"));
        AssertNotIndexedAsSpanish(page);
        Assert.Contains(page.Document.QuerySelectorAll("header a[hreflang=es]"), link => link.GetAttribute("href") == gifts);
    }

    [Fact]
    public async Task Article_Translated_NamesNoMissingOneAsItsTranslation()
    {
        var page = await OpenAsync("/en/help/care/linen");
        Assert.Equal(["en", "de", "fr", "ja", "ar"], Alternates(page));
        Assert.Contains(page.Document.QuerySelectorAll("header a[hreflang=es]"), link => link.GetAttribute("href") == "/es/help/care/linen");
    }

    private static void AssertNotIndexedAsSpanish(SitePage page)
    {
        Assert.Equal("noindex", page.Document.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.DoesNotContain("es", Alternates(page));
    }

    private static List<string> Alternates(SitePage page) =>
        page.Document.QuerySelectorAll("link[rel=alternate]:not([hreflang=x-default])").Select(link => link.GetAttribute("hreflang")!).ToList();

    private async Task<SitePage> OpenAsync(string address)
    {
        var spanish = Path.Combine(site.ContentRoot, "articles", "es");
        if (Directory.Exists(Path.Combine(spanish, "care")))
        {
            Directory.Delete(Path.Combine(spanish, "care"), recursive: true);
            File.Delete(Path.Combine(spanish, "returns", "gifts.md"));
            Assert.True(Store.Reload());
        }

        return await new Visitor(site.Client()).OpenAsync(address);
    }
}
