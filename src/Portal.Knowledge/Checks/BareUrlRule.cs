using System.Text.RegularExpressions;
using Markdig.Syntax.Inlines;
using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>An address stands behind words that say where it leads, never bare in the text.</summary>
internal sealed partial class BareUrlRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) =>
        content.Articles.SelectMany(article => Texts(article).Concat(Autolinks(article)));

    private static IEnumerable<Finding> Texts(ArticleDraft article) =>
        from text in article.Body.All<LiteralInline>()
        let match = Url().Match(text.Content.ToString())
        where match.Success
        select Bare(article, article.Body.At(text) with { Column = article.Body.At(text).Column + match.Index }, match.Value);

    private static IEnumerable<Finding> Autolinks(ArticleDraft article) =>
        from link in article.Body.All<AutolinkInline>()
        where !link.IsEmail && Url().IsMatch(link.Url)
        select Bare(article, article.Body.At(link), link.Url);

    private static Finding Bare(ArticleDraft article, Position at, string url) =>
        article.File.Warning("bare-url", at, $"The address {url} stands bare in the text.", $"Write [where it leads]({url}).");

    [GeneratedRegex(@"(?:https?://|www\.)\S*[^\s.,;:!?)\]]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Url();
}
