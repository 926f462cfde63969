using Markdig.Extensions.Alerts;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>A notice set apart from the text. Its words are the author's, so it needs no translation.</summary>
internal sealed class NoticeRenderer : HtmlObjectRenderer<AlertBlock>
{
    /// <summary>The kinds an author can write, with the classes they get.</summary>
    public static IReadOnlyDictionary<string, string> Classes { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["NOTE"] = "notice",
        ["TIP"] = "notice good",
        ["WARNING"] = "notice wait",
    };

    protected override void Write(HtmlRenderer renderer, AlertBlock obj)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"").Write(Classes.GetValueOrDefault(obj.Kind.ToString(), "notice")).WriteLine("\" role=\"note\">");
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(obj);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.EnsureLine();
        renderer.WriteLine("</div>");
    }
}
