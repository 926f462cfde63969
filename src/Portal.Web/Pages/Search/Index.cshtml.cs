using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Knowledge.Articles;
using Portal.Knowledge.Search;
using Portal.Web.Components;
using Portal.Web.Content;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Search;

/// <summary>Search results.</summary>
public sealed class IndexModel(Snapshot snapshot, Texts texts) : PageModel
{
    private const int PageSize = 10;

    private const int LastPage = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public ArticleType? Type { get; set; }

    [BindProperty(SupportsGet = true, Name = "page")]
    public string? PageText { get; set; }

    public SearchResults Results { get; private set; } = null!;

    public int PageNumber => int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1;

    public int Pages => (Results.Total + PageSize - 1) / PageSize;

    public IReadOnlyList<Filter> CategoryFilters { get; private set; } = [];

    public IReadOnlyList<Filter> TypeFilters { get; private set; } = [];

    public void OnGet()
    {
        var locale = Locale.Current.Code;
        Results = snapshot.Library.Search.Search(new SearchRequest(locale, TypedText.Clean(Query), Category, Type, PageNumber, PageSize));
        CategoryFilters = Results.Categories.Select(facet => new Filter(
            snapshot.Library.Categories(locale).FirstOrDefault(category => string.Equals(category.Key, facet.Value, StringComparison.Ordinal))?.Title ?? facet.Value,
            facet.Count,
            Address(string.Equals(facet.Value, Category, StringComparison.Ordinal) ? null : facet.Value, Type, 1),
            string.Equals(facet.Value, Category, StringComparison.Ordinal))).ToList();
        TypeFilters = Results.Types.Where(facet => Enum.TryParse<ArticleType>(facet.Value, ignoreCase: true, out _)).Select(facet =>
        {
            var type = Enum.Parse<ArticleType>(facet.Value, ignoreCase: true);
            return new Filter(texts[$"ArticleCard.Type.{type}"], facet.Count, Address(Category, type == Type ? null : type, 1), type == Type);
        }).ToList();
    }

    public string PageUrl(int page) => Address(Category, Type, page);

    /// <summary>The hit's page, at the section that matched.</summary>
    public static string UrlOf(Hit hit) => hit.Section is { Anchor.Length: > 0 } section ? $"{hit.Article.Url}#{section.Anchor}" : hit.Article.Url;

    private string Address(string? category, ArticleType? type, int page) =>
        Addresses.Search(Locale.Current.Code) + QueryString.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = TypedText.Clean(Query),
                ["category"] = category,
                ["type"] = type?.ToString(),
                ["page"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null,
            }.Where(pair => pair.Value is { Length: > 0 }));
}
