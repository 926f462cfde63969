using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>A redirect begins where no page is, and leads in one step to a page that is there.</summary>
internal sealed class RedirectRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content)
    {
        var pages = Pages(content);
        var redirects = content.Redirects.GroupBy(redirect => redirect.From, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        foreach (var redirect in content.Redirects)
        {
            if (Check(content, redirect, redirects, pages) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static Finding? Check(Content content, Redirect redirect, Dictionary<string, Redirect> redirects, HashSet<string> pages)
    {
        if (!redirect.From.StartsWith('/') || redirect.From.Any(char.IsControl))
        {
            return redirect.File.Error("redirect-taken", redirect.At, $"\"{redirect.From}\" is no path.", "Write it from the first slash, such as /en/help/returns/old.");
        }

        if (pages.Contains(redirect.From))
        {
            return redirect.File.Error("redirect-taken", redirect.At, $"\"{redirect.From}\" is the address of a page.", "Remove the redirect, or give the page another slug.");
        }

        if (redirects[redirect.From] is var first && first != redirect)
        {
            return redirect.File.Error("redirect-taken", redirect.At, $"\"{redirect.From}\" leads elsewhere already, in {first.File.Path}.", "Keep one.");
        }

        if (redirect.Resolve(content) is not { } to)
        {
            return redirect.File.Error("redirect-orphan", redirect.At, $"\"{redirect.From}\" leads to \"{redirect.To}\", which is not there.", "Lead it to an article (help:…), to a page (page:…) or to a path of the help.");
        }

        return redirects.ContainsKey(to) ? Chain(redirect, redirects, content)
            : redirect.To.StartsWith('/') && !pages.Contains(to) ? redirect.File.Error("redirect-orphan", redirect.At, $"\"{redirect.From}\" leads to \"{redirect.To}\", which is not there.", "Lead it to an article (help:…), to a page (page:…) or to a path of the help.")
            : null;
    }

    private static Finding Chain(Redirect redirect, Dictionary<string, Redirect> redirects, Content content)
    {
        HashSet<string> seen = new(StringComparer.Ordinal) { redirect.From };
        var last = redirect;
        while (last.Resolve(content) is { } to && redirects.TryGetValue(to, out var next))
        {
            if (!seen.Add(next.From))
            {
                return redirect.File.Error("redirect-loop", redirect.At, $"\"{redirect.From}\" leads in a circle.", "Lead it to a page.");
            }

            last = next;
        }

        return redirect.File.Error("redirect-chain", redirect.At, $"\"{redirect.From}\" leads to \"{redirect.To}\", which leads on.", $"Write {last.To} at once.") with { Repair = new Repair(redirect.To, last.To) };
    }

    private static HashSet<string> Pages(Content content) =>
    [
        .. from locale in content.Options.Locales
           from page in content.Options.Pages
           select content.Options.PageUrl(locale, page) is { } url ? Redirect.Path(url) : "/",
        .. from locale in content.Options.Locales
           from category in content.Categories
           where string.Equals(content.FindCategory(locale, category.Key)?.File.Path, category.File.Path, StringComparison.Ordinal)
           select Redirect.Path(content.Options.Url(locale, category.Slug, null)),
        .. from locale in content.Options.Locales
           from article in content.Articles
           where content.Find(locale, article.Key) == article && content.FindCategory(locale, article.File.Category) is not null
           select Redirect.Path(content.Options.Url(locale, content.FindCategory(locale, article.File.Category)!.Slug, article.Matter.Slug)),
    ];
}
