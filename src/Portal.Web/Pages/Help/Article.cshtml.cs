using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Knowledge.Articles;
using Portal.Web.Cases;
using Portal.Web.Components;
using Portal.Web.Content;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Help;

/// <summary>One article, also for one market alone, and one that readers do not find yet for whoever has its signed link.</summary>
public sealed class ArticleModel(Snapshot snapshot, SignedLinks links) : PageModel
{
    private readonly Library _library = snapshot.Library;

    /// <summary><c>no</c> or <c>thanks</c> after a vote.</summary>
    [BindProperty(SupportsGet = true, Name = "voted")]
    public string? Voted { get; set; }

    public VoteState VoteState => Voted switch { "no" => VoteState.AskedWhy, "thanks" => VoteState.Thanked, _ => VoteState.Asked };

    public Article Article { get; private set; } = null!;

    /// <summary>The article with every market's values, as search engines know it.</summary>
    public Article Plain { get; private set; } = null!;

    /// <summary>The markets that it can be shown for.</summary>
    public IReadOnlyList<string> Markets { get; private set; } = [];

    /// <summary>The market that it is shown for; null for all.</summary>
    public string? Market { get; private set; }

    /// <summary>The same article in the default locale, should the translation be behind.</summary>
    public Article? Original { get; private set; }

    public IReadOnlyList<Article> Related { get; private set; } = [];

    public IReadOnlyList<LocaleAlternate> Alternates { get; private set; } = [];

    public IActionResult OnGet(string category, string article, string? market, string? key)
    {
        var locale = Locale.Current.Code;
        var published = _library.FindArticle(locale, category, article);
        if ((published ?? Held(locale, key)) is not { } found || !string.Equals(found.Url, Addresses.Article(locale, category, article), StringComparison.Ordinal))
        {
            return NotFound();
        }

        Plain = found;
        Markets = _library.MarketsOf(found);
        Market = Markets.FirstOrDefault(one => string.Equals(one, market, StringComparison.Ordinal));
        Article = Market is null ? found : _library.InMarket(locale, found, Market);
        Original = found.IsBehind ? _library.FindByKey(snapshot.Site.DefaultLocale.Code, found.Key) : null;
        Related = _library.Related(locale, found, 3);
        Alternates = [.. snapshot.Site.Locales.Select(other => published is null ? HeldIn(other, key) : PublishedIn(other)).OfType<LocaleAlternate>()];
        if (published is null)
        {
            Response.Headers.CacheControl = "no-store";
        }

        return Page();
    }

    private Article? Held(string locale, string? key) => links.ReadName(LinkPurpose.Article, key) is { } name ? _library.FindHeld(locale, name) : null;

    private LocaleAlternate? HeldIn(Locale locale, string? key) =>
        Held(locale.Code, key) is { } other ? new(locale, Addresses.WithKey(other.Url, key!), false) : null;

    private LocaleAlternate? PublishedIn(Locale locale) =>
        _library.FindByKey(locale.Code, Plain.Key) is { } other ? new(locale, other.Url, string.Equals(other.Locale, locale.Code, StringComparison.Ordinal)) : null;
}
