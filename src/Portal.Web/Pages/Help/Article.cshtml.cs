using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Knowledge.Articles;
using Portal.Web.Components;
using Portal.Web.Content;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Help;

/// <summary>One article, and what its readers say of it.</summary>
[SameOrigin]
[IgnoreAntiforgeryToken]
public sealed class ArticleModel(Snapshot snapshot, ArticleVotes votes) : PageModel
{
    /// <summary><c>no</c> or <c>thanks</c> after a vote.</summary>
    [BindProperty(SupportsGet = true, Name = "voted")]
    public string? Voted { get; set; }

    public VoteState VoteState => Voted switch { "no" => VoteState.AskedWhy, "thanks" => VoteState.Thanked, _ => VoteState.Asked };

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

    public async Task<IActionResult> OnPostAsync(string category, string article, [FromForm(Name = "vote")] string? said, CancellationToken cancellation)
    {
        if (snapshot.Library.FindArticle(Locale.Current.Code, category, article) is not { } found)
        {
            return NotFound();
        }

        // A reason that was not picked asks again; the form sends no other word that means nothing.
        if (!Enum.TryParse<Vote>(said, out var vote) || !Enum.IsDefined(vote))
        {
            return Redirect($"{found.Url}?voted=no#vote");
        }

        var isCounted = await votes.TryCountAsync(found.Key, Locale.Current.Code, vote, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", cancellation);
        return isCounted ? Redirect($"{found.Url}?voted={(vote == Vote.No ? "no" : "thanks")}#vote") : StatusCode(StatusCodes.Status429TooManyRequests);
    }
}
