using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>An address written as <c>&lt;https://…&gt;</c>.</summary>
internal sealed class AutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    /// <summary>What the address leads to.</summary>
    public static LinkTarget Target(AutolinkInline link) => LinkTarget.Parse(link.IsEmail ? $"mailto:{link.Url}" : link.Url);

    protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
    {
        if (Target(obj) is LinkTarget.ToOutside(var url) && !((ArticleHtml)renderer).IsInLink)
        {
            renderer.Write("<a href=\"").WriteEscapeUrl(url).Write("\" rel=\"noopener\">").WriteEscape(obj.Url).Write("</a>");
        }
        else
        {
            renderer.WriteEscape(obj.Url);
        }
    }
}
