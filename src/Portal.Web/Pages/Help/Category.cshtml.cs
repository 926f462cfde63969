using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Knowledge.Articles;
using Portal.Web.Content;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Help;

/// <summary>One category.</summary>
public sealed class CategoryModel(Snapshot snapshot) : PageModel
{
    public Category Category { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Alternates { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IActionResult OnGet(string category)
    {
        if (snapshot.Library.FindCategory(Locale.Current.Code, category) is not { } found)
        {
            return NotFound();
        }

        Category = found;
        Alternates = snapshot.Site.Locales
            .Select(locale => snapshot.Library.Categories(locale.Code).FirstOrDefault(other => string.Equals(other.Key, found.Key, StringComparison.Ordinal)))
            .OfType<Category>()
            .ToDictionary(other => other.Locale, other => Addresses.Article(other.Locale, other.Slug, null), StringComparer.Ordinal);
        return Page();
    }
}
