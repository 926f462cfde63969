using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>The article's Markdown as others may use it: values filled in, links by key turned into addresses.</summary>
internal static class MarkdownSource
{
    private const string Special = "\\`*_[]<>|";

    public static string Fill(ArticleBody body, LinkResolver resolver)
    {
        var text = new StringBuilder(body.Source);
        var replacements = Replacements(body, resolver).ToList();

        // What stands within a term's link goes with it.
        foreach (var (span, replacement) in replacements.Where(one => !replacements.Exists(other => other.Span.Start < one.Span.Start && other.Span.End >= one.Span.End)).OrderByDescending(one => one.Span.Start))
        {
            text.Remove(span.Start, span.Length).Insert(span.Start, replacement);
        }

        return text.ToString().Trim() + "\n";
    }

    private static IEnumerable<(SourceSpan Span, string Text)> Replacements(ArticleBody body, LinkResolver resolver)
    {
        foreach (var value in body.All<PolicyValueInline>().Where(value => value.Text is not null && Covers(body, value.Span, "{{")))
        {
            yield return (value.Span, Escape(value.Text!));
        }

        foreach (var link in body.All<LinkInline>().Where(link => link.Url is not null && link.Reference is null && Covers(body, link.UrlSpan, link.Url)))
        {
            var target = LinkTarget.Parse(link.Url);
            if (target is LinkTarget.ToTerm && Covers(body, link.Span, "["))
            {
                yield return (link.Span, Escape(PlainText.Of(link)));
            }
            else if (target is LinkTarget.ToArticle or LinkTarget.ToPage && resolver.Resolve(target) is { } url)
            {
                yield return (link.UrlSpan, url);
            }
        }
    }

    private static bool Covers(ArticleBody body, SourceSpan span, string beginning) =>
        span.Start >= 0 && span.End < body.Source.Length && span.Length > 0
        && body.Source.AsSpan(span.Start, span.Length).StartsWith(beginning, StringComparison.Ordinal);

    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            escaped.Append(Special.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        }

        return escaped.ToString();
    }
}
