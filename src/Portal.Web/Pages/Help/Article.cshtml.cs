using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Knowledge.Articles;
using Portal.Web.Content;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Help;

/// <summary>One article.</summary>
public sealed class ArticleModel(Snapshot snapshot) : PageModel
{
    public Article Article { get; private set; } = null!;

    /// <summary>The same article in the default locale, should the translation be behind.</summary>
    public Article? Original { get; private set; }

    public IReadOnlyList<Article> Related { get; private set; } = [];

    public IReadOnlyList<LocaleAlternate> Alternates { get; private set; } = [];

    public IActionResult OnGet(string category, string article)
    {
        if (snapshot.Library.FindArticle(Locale.Current.Code, category, article) is not { } found)
        {
            return NotFound();
        }

        Article = found;
        Original = found.IsBehind ? snapshot.Library.FindByKey(snapshot.Site.DefaultLocale.Code, found.Key) : null;
        Related = snapshot.Library.Related(Locale.Current.Code, found, 3);
        Alternates = snapshot.Site.Locales
            .Select(locale => (Locale: locale, Other: snapshot.Library.FindByKey(locale.Code, found.Key)))
            .Where(pair => pair.Other is not null)
            .Select(pair => new LocaleAlternate(pair.Locale, pair.Other!.Url, string.Equals(pair.Other.Locale, pair.Locale.Code, StringComparison.Ordinal)))
            .ToList();
        return Page();
    }
}
