using Markdig.Syntax.Inlines;
using Portal.Knowledge.Articles;
using Portal.Knowledge.Articles.Rendering;

namespace Portal.Knowledge.Checks;

/// <summary>Every link within the portal leads to something: an article, its anchor, a page, a media file.</summary>
internal sealed class UnknownLinkRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) =>
        from article in content.Articles
        from link in article.Body.All<LinkInline>()
        let finding = Check(content, article, article.Body.At(link), LinkTarget.Parse(link.Url))
        where finding is not null
        select finding;

    private static Finding? Check(Content content, ArticleDraft article, Position at, LinkTarget target) => target switch
    {
        LinkTarget.ToArticle(var key, var anchor) => CheckArticle(content, article, at, key, anchor),
        LinkTarget.ToAnchor(var anchor) => CheckAnchor(article, at, article, anchor),
        LinkTarget.ToPage(var name) when content.Options.PageUrl(article.Locale, name) is null =>
            article.File.Error("unknown-link", at, $"There is no page \"{name}\".", Spelling.Suggest(name, content.Options.Pages)) with { Repair = Spelling.Repair(name, content.Options.Pages, "page:") },
        LinkTarget.ToTerm(var key) when content.Glossary.Find(article.Locale, key) is null =>
            article.File.Error("unknown-term", at, $"The glossary has no term \"{key}\".", Spelling.Suggest(key, content.Glossary.Keys(content.Options.DefaultLocale))) with { Repair = Spelling.Repair(key, content.Glossary.Keys(content.Options.DefaultLocale), "term:") },
        LinkTarget.ToMedia(var path) when !content.Media.Has(path) =>
            article.File.Error("unknown-link", at, $"There is no file \"{path}\" in the content folder.", "Put it there, or correct the path."),
        _ => null,
    };

    private static Finding? CheckArticle(Content content, ArticleDraft article, Position at, string key, string? anchor)
    {
        if (content.Find(article.Locale, key) is not { } target)
        {
            var known = content.Articles.Select(one => one.Key).Distinct(StringComparer.Ordinal).ToList();
            return content.Held.Any(held => string.Equals(held.Key, key, StringComparison.Ordinal))
                ? article.File.Error("unknown-link", at, $"\"{key}\" is not published yet.", "Publish it first, or leave the link out until then.")
                : article.File.Error("unknown-link", at, $"There is no article \"{key}\".", Spelling.Suggest(key, known)) with { Repair = Spelling.Repair(key, known, "help:") };
        }

        return anchor is null ? null : CheckAnchor(article, at, target, anchor);
    }

    private static Finding? CheckAnchor(ArticleDraft article, Position at, ArticleDraft target, string anchor) =>
        target.Body.AnchorSet.Contains(anchor)
            ? null
            : article.File.Error("unknown-anchor", at, $"\"{target.Key}\" has no section \"{anchor}\".", Spelling.Suggest(anchor, target.Body.AnchorSet.ToList())) with { Repair = Spelling.Repair(anchor, target.Body.AnchorSet, "#") };
}
