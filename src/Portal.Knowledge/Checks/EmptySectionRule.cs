using Markdig.Syntax;
using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>Something stands under every heading: text, or a deeper heading. An article is never empty.</summary>
internal sealed class EmptySectionRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) => content.Articles.SelectMany(Check);

    private static IEnumerable<Finding> Check(ArticleDraft article)
    {
        var blocks = article.Body.Document.Where(block => block is not LinkReferenceDefinitionGroup).ToList();
        if (blocks.Count == 0)
        {
            yield return article.File.Error("empty-section", Position.Start, "The article has no text.", "Write it, or set draft: true.");
        }

        for (var i = 0; i < blocks.Count; i++)
        {
            var next = i + 1 < blocks.Count ? blocks[i + 1] : null;
            if (blocks[i] is HeadingBlock heading && (next is null || (next is HeadingBlock following && following.Level <= heading.Level)))
            {
                yield return article.File.Error("empty-section", article.Body.At(heading), "Nothing stands under this heading.", "Write the section, or remove the heading.");
            }
        }
    }
}
