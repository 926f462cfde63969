using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Portal.Knowledge.Articles.Rendering;

internal sealed class HeadingRenderer(IEnumerable<Heading> headings) : HtmlObjectRenderer<HeadingBlock>
{
    private readonly Dictionary<HeadingBlock, Heading> _headings = headings.ToDictionary(heading => heading.Block);

    protected override void Write(HtmlRenderer renderer, HeadingBlock obj)
    {
        var heading = _headings[obj];
        // The page's title is its only h1, and HTML ends at h6.
        var tag = $"h{Math.Clamp(obj.Level, 2, 6)}";
        renderer.EnsureLine();
        renderer.Write('<').Write(tag).Write(" id=\"").WriteEscape(heading.Anchor).Write("\">");
        renderer.WriteLeafInline(obj);
        renderer.Write("</").Write(tag).WriteLine('>');
        ((ArticleHtml)renderer).Label = heading.Title.Length == 0 ? heading.Anchor : heading.Title;
    }
}
