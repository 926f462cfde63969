using Markdig.Syntax.Inlines;
using Portal.Knowledge.Articles;
using Portal.Knowledge.Articles.Rendering;

namespace Portal.Knowledge.Checks;

/// <summary>Links are by key, by page, to an anchor, to media, or to http, https, mailto and tel; images are media.</summary>
internal sealed class ForbiddenLinkRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) =>
        content.Articles.SelectMany(article => Links(article).Concat(Autolinks(article)));

    private static IEnumerable<Finding> Links(ArticleDraft article) =>
        from link in article.Body.All<LinkInline>()
        let target = LinkTarget.Parse(link.Url)
        where link.IsImage ? target is not LinkTarget.ToMedia : target is LinkTarget.Refused
        select link.IsImage
            ? article.File.Error("forbidden-link", article.Body.At(link), $"The image \"{link.Url}\" is not one of the portal's own.", "Put it into media and write /media/….")
            : Refusal(article, article.Body.At(link), link.Url);

    private static IEnumerable<Finding> Autolinks(ArticleDraft article) =>
        from link in article.Body.All<AutolinkInline>()
        where AutolinkRenderer.Target(link) is not LinkTarget.ToOutside
        select Refusal(article, article.Body.At(link), link.Url);

    private static Finding Refusal(ArticleDraft article, Position at, string? url) =>
        article.File.Error("forbidden-link", at, $"\"{url}\" is not an address that an article may use.", "Use help:, page:, /media/…, #anchor, http, https, mailto or tel.");
}
