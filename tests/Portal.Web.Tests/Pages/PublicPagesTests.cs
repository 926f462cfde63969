using System.Net;

namespace Portal.Web.Tests.Pages;

/// <summary>What holds on every page that says nothing about its reader.</summary>
public sealed class PublicPagesTests(SharedPortal portal)
{
    private const string Missing = "/no-such-page";

    [Fact]
    public async Task PublicPages_InEveryLocale_AreFound()
    {
        var pages = await portal.PublicPages;
        Assert.All(["en", "de", "fr", "es", "ja", "ar"], locale => Assert.InRange(pages.Count(page => page.Locale == locale), 25, 200));
        Assert.All(pages, page => Assert.Equal(page.Address.EndsWith(Missing, StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK, page.Status));
    }

    [Fact]
    public async Task PublicPages_SayTheirLanguageAndDirection() => Assert.All(await portal.PublicPages, page =>
    {
        Assert.Equal(page.Locale, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(page.Locale is "ar" ? "rtl" : "ltr", page.Document.DocumentElement.GetAttribute("dir"));
    });

    [Fact]
    public async Task PublicPages_HaveATitleAndOneHeading() => Assert.All(await portal.PublicPages, page =>
    {
        Assert.EndsWith("Fernhill", page.Document.Title, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.Equal("main", page.Document.QuerySelector("a.skip")!.GetAttribute("href")!.TrimStart('#'));
    });

    [Fact]
    public async Task PublicPages_TitlesAreTheirOwn()
    {
        var pages = (await portal.PublicPages).Where(page => !page.Address.Contains("/search", StringComparison.Ordinal));
        Assert.All(pages.GroupBy(page => (page.Locale, page.Document.Title)), same => Assert.Single(same));
    }

    [Fact]
    public async Task PublicPages_NoIdOccursTwice() => Assert.All(await portal.PublicPages, page =>
    {
        var ids = page.Document.All.Select(element => element.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    });

    [Fact]
    public async Task PublicPages_HaveNoInlineScriptOrStyle() => Assert.All(await portal.PublicPages, AssertNothingInline);

    [Fact]
    public async Task PublicPages_CarryTheSecurityHeaders() => Assert.All(await portal.PublicPages, page => SecurityHeadersTests.AssertSound(page.Response));

    [Fact]
    public async Task PublicPages_SetNoCookie() => Assert.All(await portal.PublicPages, page => Assert.False(page.Response.Headers.Contains("Set-Cookie"), page.Address));

    [Fact]
    public async Task PublicPages_LinkOnlyToWhatIsThere()
    {
        var pages = await portal.PublicPages;
        var known = pages.Where(page => page.Status == HttpStatusCode.OK).ToDictionary(page => page.Address, StringComparer.Ordinal);
        var visitor = portal.Site.Client();
        var elsewhere = new Dictionary<string, HttpStatusCode>(StringComparer.Ordinal);
        foreach (var (page, link) in pages.SelectMany(page => page.Document.QuerySelectorAll("a[href^='/'],link[href^='/'],img[src^='/'],script[src]").Select(link => (page, link))))
        {
            var address = link.GetAttribute("href") ?? link.GetAttribute("src")!;
            var path = address.Split('#')[0];
            if (!known.ContainsKey(path) && !elsewhere.ContainsKey(path))
            {
                elsewhere[path] = (await visitor.GetAsync(path)).StatusCode;
            }

            Assert.True(elsewhere.GetValueOrDefault(path, HttpStatusCode.OK) == HttpStatusCode.OK || path.EndsWith(Missing, StringComparison.Ordinal), $"{page.Address} links to {address}");
            Assert.True(!address.Contains('#', StringComparison.Ordinal) || !known.TryGetValue(path, out var target) || target.Document.GetElementById(Uri.UnescapeDataString(address.Split('#')[1])) is not null, $"{page.Address} links to {address}, which has no such section");
        }
    }

    /// <summary>Fails on scripts and styles that a strict content policy would block.</summary>
    internal static void AssertNothingInline(SitePage page)
    {
        Assert.DoesNotContain(page.Document.All, element => element.HasAttribute("style")
            || element.LocalName is "style"
            || (element.LocalName is "script" && !element.HasAttribute("src") && element.GetAttribute("type") is not "application/ld+json")
            || element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
    }
}
