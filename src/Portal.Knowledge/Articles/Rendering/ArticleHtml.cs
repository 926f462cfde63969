using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>Writes an article as HTML. Only what is listed here can come out; anything else writes nothing but its children.</summary>
internal sealed class ArticleHtml : HtmlRenderer
{
    private int _terms;

    private readonly Dictionary<string, int> _labels = new(StringComparer.Ordinal);

    private ArticleHtml(TextWriter writer, ArticleBody body, string title, LinkResolver resolver)
        : base(writer)
    {
        Label = title;
        ObjectRenderers.Clear();
        ObjectRenderers.AddRange(
        [
            new HeadingRenderer(body.Headings),
            new FigureRenderer(),
            new ListRenderer(),
            new NoticeRenderer(),
            new QuoteBlockRenderer(),
            new ContainerRenderer(),
            new FootnotesRenderer(),
            new FootnoteMarkRenderer(),
            new KeyRenderer(),
            new TableRenderer(),
            new CodeRenderer(),
            new ThematicBreakRenderer(),
            new LiteralInlineRenderer(),
            new LineBreakInlineRenderer(),
            new EmphasisInlineRenderer(),
            new CodeInlineRenderer(),
            new HtmlEntityInlineRenderer(),
            new DelimiterInlineRenderer(),
            new LinkRenderer(resolver),
            new AutolinkRenderer(),
            new PolicyValueRenderer(),
        ]);
    }

    /// <summary>The heading that what is written now stands under.</summary>
    public string Label { get; set; }

    /// <summary>Whether a link is open; links never hold links.</summary>
    public bool IsInLink { get; set; }

    /// <summary>An id for the meaning of a term.</summary>
    public string NextTerm() => string.Create(CultureInfo.InvariantCulture, $"term-{++_terms}");

    /// <summary>A name for a region under the current heading, different from those before it.</summary>
    public string RegionLabel()
    {
        var count = _labels[Label] = _labels.GetValueOrDefault(Label) + 1;
        return count == 1 ? Label : string.Create(CultureInfo.InvariantCulture, $"{Label} {count}");
    }

    public static string Write(ArticleBody body, string title, LinkResolver resolver)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new ArticleHtml(writer, body, title, resolver).Render(body.Document);
        return writer.ToString();
    }
}
