using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>A written anchor stands once in an article.</summary>
internal sealed class DuplicateAnchorRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) =>
        from article in content.Articles
        from same in article.Body.Headings.GroupBy(heading => heading.Anchor, StringComparer.Ordinal)
        from repeated in same.Skip(1)
        select article.File.Error("duplicate-anchor", article.Body.At(repeated.Block), $"The anchor \"{same.Key}\" is taken by an earlier heading.", "Choose another one.");
}
