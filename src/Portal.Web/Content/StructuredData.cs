using System.Text.Json;
using Portal.Knowledge.Articles;
using Portal.Web.Components;

namespace Portal.Web.Content;

/// <summary>What search engines are told about a page (JSON-LD by schema.org).</summary>
public static class StructuredData
{
    private const string Vocabulary = "https://schema.org";

    /// <summary>The way to the page (<c>BreadcrumbList</c>), and for a list of questions and answers what each answers (<c>FAQPage</c>).</summary>
    /// <param name="site">Makes addresses absolute.</param>
    /// <param name="crumbs">The way; the page itself comes last.</param>
    /// <param name="own">The page's own address.</param>
    /// <param name="article">The article; null for a category.</param>
    public static string Of(SiteUrl site, IReadOnlyList<Crumb> crumbs, string own, Article? article)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(crumbs);
        List<Dictionary<string, object>> graph =
        [
            new(StringComparer.Ordinal)
            {
                ["@type"] = "BreadcrumbList",
                ["itemListElement"] = crumbs.Select((crumb, at) => new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["@type"] = "ListItem", ["position"] = at + 1, ["name"] = crumb.Text, ["item"] = site.Absolute(crumb.Url ?? own),
                }),
            },
        ];
        if (article is { Type: ArticleType.Faq })
        {
            graph.Add(new(StringComparer.Ordinal)
            {
                ["@type"] = "FAQPage",
                ["inLanguage"] = article.Locale,
                ["mainEntity"] = article.Sections.Where(section => section.Text.Length > 0).Select(section => new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["@type"] = "Question",
                    ["name"] = section.Title,
                    ["acceptedAnswer"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["@type"] = "Answer", ["text"] = section.Text },
                }),
            });
        }

        // The serializer escapes what could end the element that holds it.
        return JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal) { ["@context"] = Vocabulary, ["@graph"] = graph });
    }
}
