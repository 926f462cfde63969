using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Portal.Web.Resources;

namespace Portal.Web.Content;

/// <summary>What search engines and language models read: site maps, <c>robots.txt</c> and <c>llms.txt</c>.</summary>
public static class Discovery
{
    private const string XmlType = "application/xml";

    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    public static void MapDiscovery(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sitemap.xml", (Snapshot snapshot, SiteUrl site) => Results.Text(Index(snapshot, site), XmlType)).ExcludeFromDescription();
        routes.MapGet("/{locale:locale}/sitemap.xml", (string locale, Snapshot snapshot, SiteUrl site) => Results.Text(Pages(locale, snapshot, site), XmlType)).ExcludeFromDescription();
        routes.MapGet("/robots.txt", (SiteUrl site) => Results.Text(Robots(site))).ExcludeFromDescription();
        routes.MapGet("/llms.txt", (Snapshot snapshot, SiteUrl site) => Results.Text(ForModels(snapshot, site), "text/plain; charset=utf-8")).ExcludeFromDescription();
    }

    private static string Robots(SiteUrl site) =>
        $"User-agent: *\nDisallow: /*/orders/\nDisallow: /*/returns/\nDisallow: /*/search\n\nSitemap: {site.Absolute("/sitemap.xml")}\n";

    private static string Index(Snapshot snapshot, SiteUrl site) => Xml(new XElement(
        Map + "sitemapindex",
        snapshot.Site.Locales.Select(locale => new XElement(Map + "sitemap", new XElement(Map + "loc", site.Absolute($"/{locale.Code}/sitemap.xml"))))));

    // What is not translated is the other locale's page, and stands in the other's map alone.
    private static string Pages(string code, Snapshot snapshot, SiteUrl site)
    {
        var pages = Plain(snapshot).Concat(Categories(snapshot)).Concat(Articles(snapshot)).Where(page => page.Urls.ContainsKey(code));
        return Xml(new XElement(Map + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", Xhtml), pages.Select(page => new XElement(
            Map + "url",
            new XElement(Map + "loc", site.Absolute(page.Urls[code])),
            page.Updated is { } day ? new XElement(Map + "lastmod", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null,
            page.Urls.Select(url => Alternate(url.Key, url.Value)),
            page.Urls.TryGetValue(snapshot.Site.DefaultLocale.Code, out var standard) ? Alternate("x-default", standard) : null))));

        XElement Alternate(string language, string url) =>
            new(Xhtml + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", language), new XAttribute("href", site.Absolute(url)));
    }

    private static IEnumerable<(Dictionary<string, string> Urls, DateOnly? Updated)> Plain(Snapshot snapshot)
    {
        List<Func<string, string>> pages = [Addresses.Home, Addresses.Help, Addresses.Orders];
        if (snapshot.HasWithdrawalFunction)
        {
            pages.Add(Addresses.Withdraw);
        }

        return pages.Select(page => (snapshot.Site.Locales.ToDictionary(locale => locale.Code, locale => page(locale.Code), StringComparer.Ordinal), (DateOnly?)null));
    }

    private static IEnumerable<(Dictionary<string, string> Urls, DateOnly? Updated)> Categories(Snapshot snapshot) => snapshot.Site.Locales
        .SelectMany(locale => snapshot.Library.Categories(locale.Code).Where(category => Speaks(category.Locale, locale)))
        .GroupBy(category => category.Key, StringComparer.Ordinal)
        .Select(same => (same.ToDictionary(category => category.Locale, category => Addresses.Article(category.Locale, category.Slug, null), StringComparer.Ordinal), (DateOnly?)null));

    private static IEnumerable<(Dictionary<string, string> Urls, DateOnly? Updated)> Articles(Snapshot snapshot) => snapshot.Site.Locales
        .SelectMany(locale => snapshot.Library.Articles(locale.Code).Where(article => Speaks(article.Locale, locale)))
        .GroupBy(article => article.Key, StringComparer.Ordinal)
        .Select(same => (same.ToDictionary(article => article.Locale, article => article.Url, StringComparer.Ordinal), (DateOnly?)same.Max(article => article.Updated)));

    private static bool Speaks(string written, Locale locale) => string.Equals(written, locale.Code, StringComparison.Ordinal);

    private static string Xml(XElement root) => $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root}\n";

    // https://llmstxt.org: a title, a sentence, and lists of links with what is behind them.
    private static string ForModels(Snapshot snapshot, SiteUrl site)
    {
        var text = new StringBuilder();
        var standard = snapshot.Site.DefaultLocale;
        text.Append(CultureInfo.InvariantCulture, $"# {snapshot.Site.Name}\n\n> Help, orders and returns. Each page below is Markdown; without .md at its end it is the page that people read.\n");
        foreach (var category in snapshot.Library.Categories(standard.Code))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {category.Title}\n\n");
            foreach (var article in category.Articles)
            {
                text.Append(CultureInfo.InvariantCulture, $"- [{article.Title}]({site.Absolute(article.Url)}.md): {article.Summary}\n");
            }
        }

        text.Append("\n## Optional\n\n");
        foreach (var locale in snapshot.Site.Locales.Where(locale => locale != standard))
        {
            text.Append(CultureInfo.InvariantCulture, $"- [{locale.Name}]({site.Absolute(Addresses.Help(locale.Code))})\n");
        }

        return text.ToString();
    }
}
