using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>Pictures and videos. Pictures say their size, so that nothing jumps, and load when they come near; a video loads nothing until it is asked to play.</summary>
internal static class MediaHtml
{
    public static void Write(HtmlRenderer renderer, LinkInline image, LinkTarget target, MediaFolder media)
    {
        if (target is not LinkTarget.ToMedia(var path))
        {
            renderer.WriteEscape(PlainText.Of(image));
        }
        else if (MediaFolder.IsVideo(path))
        {
            WriteVideo(renderer, image, path, media);
        }
        else
        {
            renderer.Write("<img src=\"").WriteEscapeUrl(path).Write("\" alt=\"").WriteEscape(PlainText.Of(image)).Write('"');
            WriteSize(renderer, media.Size(path));
            renderer.Write(" loading=\"lazy\" decoding=\"async\">");
        }
    }

    private static void WriteVideo(HtmlRenderer renderer, LinkInline video, string path, MediaFolder media)
    {
        renderer.Write("<video controls preload=\"none\" aria-label=\"").WriteEscape(PlainText.Of(video)).Write('"');
        if (media.Poster(path) is { } poster)
        {
            renderer.Write(" poster=\"").WriteEscapeUrl(poster).Write('"');
            WriteSize(renderer, media.Size(poster));
        }

        renderer.Write("><source src=\"").WriteEscapeUrl(path).Write("\" type=\"video/").Write(Path.GetExtension(path)[1..].ToLowerInvariant()).Write("\">");
        if (media.Captions(path) is { } captions)
        {
            renderer.Write("<track default kind=\"captions\" src=\"").WriteEscapeUrl(captions).Write("\">");
        }

        renderer.Write("<a href=\"").WriteEscapeUrl(path).Write("\">").WriteEscape(PlainText.Of(video)).Write("</a></video>");
    }

    private static void WriteSize(HtmlRenderer renderer, (int Width, int Height)? size)
    {
        if (size is var (width, height))
        {
            renderer.Write(string.Create(CultureInfo.InvariantCulture, $" width=\"{width}\" height=\"{height}\""));
        }
    }
}

/// <summary>A paragraph; one that holds a picture or a video alone is a figure, with the title below it.</summary>
internal sealed class FigureRenderer : ParagraphRenderer
{
    protected override void Write(HtmlRenderer renderer, ParagraphBlock obj)
    {
        if (obj.Inline is not { FirstChild: LinkInline { IsImage: true, NextSibling: null } image } || LinkTarget.Parse(image.Url) is not LinkTarget.ToMedia || renderer.ImplicitParagraph)
        {
            base.Write(renderer, obj);
            return;
        }

        renderer.EnsureLine();
        renderer.Write("<figure>");
        renderer.Write(image);
        if (!string.IsNullOrEmpty(image.Title))
        {
            renderer.Write("<figcaption>").WriteEscape(image.Title).Write("</figcaption>");
        }

        renderer.WriteLine("</figure>");
    }
}
