using Markdig.Syntax.Inlines;
using Portal.Knowledge.Articles;
using Portal.Knowledge.Articles.Rendering;

namespace Portal.Knowledge.Checks;

/// <summary>Every image says in words what it shows.</summary>
internal sealed class MissingAltTextRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) =>
        from article in content.Articles
        from image in article.Body.All<LinkInline>()
        where image.IsImage && PlainText.Of(image).Length == 0
        select article.File.Error("missing-alt", article.Body.At(image), "The image has no description.", "Write what it shows between the square brackets.");
}
