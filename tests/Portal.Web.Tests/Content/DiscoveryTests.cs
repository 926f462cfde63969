using System.Text.Json;
using System.Xml.Linq;
using Portal.Knowledge.Articles;

namespace Portal.Web.Tests.Content;

/// <summary>What search engines and language models find.</summary>
public sealed class DiscoveryTests(SharedPortal portal)
{
    private const string Root = "http://localhost:5080";

    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    [Fact]
    public async Task Sitemaps_NameEveryPageOfEveryLocale_WithItsTranslations()
    {
        var client = portal.Site.Client();
        var maps = Locations(XDocument.Parse(await client.GetStringAsync("/sitemap.xml")), "sitemap");
        Assert.Equal(portal.Snapshot.Site.Locales.Select(locale => $"{Root}/{locale.Code}/sitemap.xml"), maps);

        var published = (await portal.PublicPages).Where(page => page.Document.QuerySelector("meta[name=robots]") is null && !page.Address.Contains('?', StringComparison.Ordinal)).Select(page => new Uri(Root + page.Address).AbsoluteUri).ToHashSet(StringComparer.Ordinal);
        foreach (var map in maps)
        {
            var locale = new Uri(map).AbsolutePath.Split('/')[1];
            var pages = XDocument.Parse(await client.GetStringAsync(new Uri(map).PathAndQuery)).Root!.Elements(Map + "url").ToList();
            Assert.Empty(published.Where(page => page.StartsWith($"{Root}/{locale}/help", StringComparison.Ordinal)).Except(pages.Select(page => page.Element(Map + "loc")!.Value), StringComparer.Ordinal));
            Assert.All(pages, page =>
            {
                var alternates = page.Elements(Xhtml + "link").ToDictionary(link => link.Attribute("hreflang")!.Value, link => link.Attribute("href")!.Value, StringComparer.Ordinal);
                Assert.Equal(page.Element(Map + "loc")!.Value, alternates[locale]);
                Assert.Equal(alternates["en"], alternates["x-default"]);
                Assert.Equal(7, alternates.Count);
            });
        }
    }

    [Fact]
    public async Task Robots_NameTheSitemap() => Assert.EndsWith($"Sitemap: {Root}/sitemap.xml\n", await portal.Site.Client().GetStringAsync("/robots.txt"), StringComparison.Ordinal);

    [Fact]
    public async Task LlmsText_ListsEveryArticleAsMarkdownThatIsThere()
    {
        var client = portal.Site.Client();
        var text = await client.GetStringAsync("/llms.txt");
        Assert.StartsWith("# Fernhill\n\n> ", text, StringComparison.Ordinal);
        var links = text.Split('\n').Where(line => line.StartsWith("- [", StringComparison.Ordinal) && line.Contains(".md)", StringComparison.Ordinal)).Select(line => line.Split("](")[1].Split(')')[0]).ToList();
        Assert.Equal(portal.Snapshot.Library.Articles("en").Count, links.Count);
        Assert.StartsWith("# ", await client.GetStringAsync(new Uri(links[0]).PathAndQuery), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Article_TellsItsWayAndItsAnswers()
    {
        var article = portal.Snapshot.Library.Articles("ja").First(one => one.Type == ArticleType.Faq);
        var page = await new Visitor(portal.Site.Client()).OpenAsync(article.Url);
        using var data = JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent);
        var graph = data.RootElement.GetProperty("@graph").EnumerateArray().ToList();
        Assert.Equal(["BreadcrumbList", "FAQPage"], graph.Select(one => one.GetProperty("@type").GetString()));
        Assert.Equal(new Uri(Root + article.Url).AbsoluteUri, graph[0].GetProperty("itemListElement")[2].GetProperty("item").GetString());
        Assert.Equal(article.Title, graph[1].GetProperty("mainEntity")[0].GetProperty("name").GetString());
        Assert.Equal(article.Sections[0].Text, graph[1].GetProperty("mainEntity")[0].GetProperty("acceptedAnswer").GetProperty("text").GetString());
        Assert.Equal("article", page.Document.QuerySelector("meta[property='og:type']")!.GetAttribute("content"));
        Assert.Equal(article.Title, page.Document.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Category_ByKind_ShowsOnlyThat()
    {
        var category = portal.Snapshot.Library.Categories("en").First(one => one.Articles.Select(article => article.Type).Distinct().Count() > 1);
        var kind = category.Articles[0].Type;
        var page = await new Visitor(portal.Site.Client()).OpenAsync($"/en/help/{category.Slug}?type={kind}");
        Assert.Equal(category.Articles.Where(article => article.Type == kind).Select(article => article.Url), page.Document.QuerySelectorAll("main .tile a").Select(link => link.GetAttribute("href")));
        Assert.Single(page.Document.QuerySelectorAll("main .filters a[aria-current=true]"));
        Assert.EndsWith($"/en/help/{category.Slug}", page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Locations(XDocument map, string element) => map.Root!.Elements(Map + element).Select(one => one.Element(Map + "loc")!.Value);
}
