using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>The mark of a footnote in the text.</summary>
internal sealed class FootnoteMarkRenderer : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink obj)
    {
        var note = obj.Footnote.Order;
        renderer.Write(obj.IsBackLink
            ? string.Create(CultureInfo.InvariantCulture, $" <a href=\"#noteref-{obj.Index}\" role=\"doc-backlink\" aria-label=\"↩ {note}\">↩</a>")
            : string.Create(CultureInfo.InvariantCulture, $"<sup><a href=\"#note-{note}\" id=\"noteref-{obj.Index}\" role=\"doc-noteref\">{note}</a></sup>"));
    }
}

/// <summary>The footnotes, below the text.</summary>
internal sealed class FootnotesRenderer : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup obj)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"notes\" role=\"doc-endnotes\">");
        renderer.WriteLine("<ol>");
        foreach (var note in obj.OfType<Footnote>())
        {
            renderer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"<li id=\"note-{note.Order}\">"));
            renderer.WriteChildren(note);
            renderer.EnsureLine();
            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ol>");
        renderer.WriteLine("</div>");
    }
}
