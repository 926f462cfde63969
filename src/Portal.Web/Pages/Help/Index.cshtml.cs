using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Knowledge.Articles;
using Portal.Web.Content;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Help;

/// <summary>All categories with their articles.</summary>
public sealed class IndexModel(Snapshot snapshot) : PageModel
{
    public IReadOnlyList<Category> Categories { get; private set; } = [];

    public void OnGet() => Categories = snapshot.Library.Categories(Locale.Current.Code);
}
