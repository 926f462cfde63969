using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Web.Content;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Help;

/// <summary>Takes what a reader says of an article, and leads back to it.</summary>
[SameOrigin]
[IgnoreAntiforgeryToken]
public sealed class VoteModel(Snapshot snapshot, ArticleVotes votes) : PageModel
{
    public IActionResult OnGet(string category, string article) =>
        snapshot.Library.FindArticle(Locale.Current.Code, category, article) is { } found ? Redirect(found.Url) : NotFound();

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
