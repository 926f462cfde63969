using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>Links, terms and pictures. What has no allowed address leaves only its text.</summary>
internal sealed class LinkRenderer(LinkResolver resolver) : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline obj)
    {
        var target = LinkTarget.Parse(obj.Url);
        if (obj.IsImage)
        {
            MediaHtml.Write(renderer, obj, target, resolver.Media);
        }
        else if (target is LinkTarget.ToTerm(var key) && resolver.Meaning(key) is { } meaning && !((ArticleHtml)renderer).IsInLink)
        {
            WriteTerm((ArticleHtml)renderer, obj, meaning);
        }
        else if (resolver.Resolve(target) is { } url && !((ArticleHtml)renderer).IsInLink)
        {
            WriteLink((ArticleHtml)renderer, obj, url, target);
        }
        else
        {
            renderer.WriteChildren(obj);
        }
    }

    private void WriteLink(ArticleHtml renderer, LinkInline link, string url, LinkTarget target)
    {
        renderer.Write("<a href=\"").WriteEscapeUrl(url).Write('"');
        if (!string.IsNullOrEmpty(link.Title))
        {
            renderer.Write(" title=\"").WriteEscape(link.Title).Write('"');
        }

        renderer.Write(target is LinkTarget.ToOutside ? " rel=\"noopener\">" : ">");
        renderer.IsInLink = true;
        if (link.FirstChild is null)
        {
            renderer.WriteEscape(resolver.Title(target) ?? "");
        }

        renderer.WriteChildren(link);
        renderer.IsInLink = false;
        renderer.Write("</a>");
    }

    // A popover needs no script, and opens by key and by touch.
    private static void WriteTerm(ArticleHtml renderer, LinkInline link, string meaning)
    {
        var id = renderer.NextTerm();
        renderer.Write("<button type=\"button\" class=\"term\" popovertarget=\"").Write(id).Write("\">");
        renderer.WriteChildren(link);
        renderer.Write("</button><span popover class=\"term-meaning\" role=\"note\" id=\"").Write(id).Write("\">").WriteEscape(meaning).Write("</span>");
    }
}
