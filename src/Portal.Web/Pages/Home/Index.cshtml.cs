using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Knowledge.Articles;
using Portal.Web.Content;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Home;

/// <summary>The front page.</summary>
public sealed class IndexModel(Snapshot snapshot) : PageModel
{
    // The questions that shops hear most; an article that a shop does not have is left out.
    private static readonly string[] PopularKeys =
    [
        "returns/how-to-return", "damaged/damaged-or-wrong-item", "orders/where-is-my-order",
        "refunds/when-will-i-get-my-refund", "returns/return-policy", "shipping/delivery-times",
    ];

    public IReadOnlyList<Category> Categories { get; private set; } = [];

    public IReadOnlyList<Article> Popular { get; private set; } = [];

    public void OnGet()
    {
        var locale = Locale.Current.Code;
        Categories = snapshot.Library.Categories(locale);
        Popular = PopularKeys.Select(key => snapshot.Library.FindByKey(locale, key)).OfType<Article>().ToList();
    }
}
