using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>Links and images. What has no allowed address leaves only its text.</summary>
internal sealed class LinkRenderer(LinkResolver resolver) : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline obj)
    {
        var target = LinkTarget.Parse(obj.Url);
        if (obj.IsImage)
        {
            WriteImage(renderer, obj, target);
        }
        else if (resolver.Resolve(target) is { } url && !((ArticleHtml)renderer).IsInLink)
        {
            WriteLink((ArticleHtml)renderer, obj, url, target is LinkTarget.ToOutside);
        }
        else
        {
            renderer.WriteChildren(obj);
        }
    }

    private static void WriteLink(ArticleHtml renderer, LinkInline link, string url, bool isOutside)
    {
        renderer.Write("<a href=\"").WriteEscapeUrl(url).Write('"');
        WriteTitle(renderer, link);
        renderer.Write(isOutside ? " rel=\"noopener\">" : ">");
        renderer.IsInLink = true;
        renderer.WriteChildren(link);
        renderer.IsInLink = false;
        renderer.Write("</a>");
    }

    private static void WriteImage(HtmlRenderer renderer, LinkInline image, LinkTarget target)
    {
        var alt = PlainText.Of(image);
        if (target is not LinkTarget.ToMedia(var path))
        {
            renderer.WriteEscape(alt);
            return;
        }

        renderer.Write("<img src=\"").WriteEscapeUrl(path).Write("\" alt=\"").WriteEscape(alt).Write('"');
        WriteTitle(renderer, image);
        renderer.Write(" loading=\"lazy\">");
    }

    private static void WriteTitle(HtmlRenderer renderer, LinkInline link)
    {
        if (!string.IsNullOrEmpty(link.Title))
        {
            renderer.Write(" title=\"").WriteEscape(link.Title).Write('"');
        }
    }
}
