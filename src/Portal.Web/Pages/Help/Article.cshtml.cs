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

    public IReadOnlyList<Article> Related { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Alternates { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IActionResult OnGet(string category, string article)
    {
        if (snapshot.Library.FindArticle(Locale.Current.Code, category, article) is not { } found)
        {
            return NotFound();
        }

        Article = found;
        Related = snapshot.Library.Related(found, 3);
        Alternates = snapshot.Site.Locales
            .Select(locale => (locale.Code, Other: snapshot.Library.FindByKey(locale.Code, found.Key)))
            .Where(pair => pair.Other is not null)
            .ToDictionary(pair => pair.Code, pair => pair.Other!.Url, StringComparer.Ordinal);
        return Page();
    }
}
