using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Knowledge.Articles;
using Portal.Web.Components;
using Portal.Web.Content;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Help;

/// <summary>One category.</summary>
public sealed class CategoryModel(Snapshot snapshot, Texts texts) : PageModel
{
    public Category Category { get; private set; } = null!;

    public IReadOnlyList<LocaleAlternate> Alternates { get; private set; } = [];

    /// <summary>The kinds of article in it, where there is more than one.</summary>
    public IReadOnlyList<Filter> Types { get; private set; } = [];

    /// <summary>Those of the chosen kind.</summary>
    public IEnumerable<Article> Articles => Category.Articles.Where(article => Type is null || article.Type == Type);

    [BindProperty(SupportsGet = true)]
    public ArticleType? Type { get; set; }

    public IActionResult OnGet(string category)
    {
        if (snapshot.Library.FindCategory(Locale.Current.Code, category) is not { } found)
        {
            return NotFound();
        }

        Category = found;
        var kinds = found.Articles.GroupBy(article => article.Type).OrderBy(kind => kind.Key).ToList();
        var own = Addresses.Article(Locale.Current.Code, found.Slug, null);
        Types = kinds.Count < 2 ? [] : kinds.ConvertAll(kind => new Filter(texts[$"ArticleCard.Type.{kind.Key}"], kind.Count(), kind.Key == Type ? own : $"{own}?type={kind.Key}", kind.Key == Type));
        Alternates = snapshot.Site.Locales
            .Select(locale => (Locale: locale, Other: snapshot.Library.Categories(locale.Code).FirstOrDefault(other => string.Equals(other.Key, found.Key, StringComparison.Ordinal))))
            .Where(pair => pair.Other is not null)
            .Select(pair => new LocaleAlternate(pair.Locale, Addresses.Article(pair.Locale.Code, pair.Other!.Slug, null), string.Equals(pair.Other.Locale, pair.Locale.Code, StringComparison.Ordinal)))
            .ToList();
        return Page();
    }
}
