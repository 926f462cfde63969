using System.Diagnostics;
using Markdig;
using Markdig.Syntax;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>An article's Markdown, parsed: its tree, its headings with their anchors, and where each thing stands in the file.</summary>
internal sealed class ArticleBody
{
    // Far above any article that a person writes; a parse below the limits takes milliseconds.
    private static readonly TimeSpan LongestParse = TimeSpan.FromSeconds(3);

    private readonly SnippetText _text;

    private ArticleBody(SnippetText text, MarkdownDocument document)
    {
        _text = text;
        Document = document;
        Headings = Anchors.Assign(document.Descendants<HeadingBlock>().ToList());
        AnchorSet = Headings.Select(heading => heading.Anchor).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The Markdown, with its snippets.</summary>
    public string Source => _text.Source;

    public MarkdownDocument Document { get; }

    public IReadOnlyList<Heading> Headings { get; }

    public IReadOnlySet<string> AnchorSet { get; }

    public IEnumerable<T> All<T>()
        where T : MarkdownObject => Document.Descendants<T>();

    public Position At(MarkdownObject part) => _text.At(part.Line, part.Column + 1);

    /// <summary>Parses within limits; null where the text passes them, with the finding that says so.</summary>
    public static ArticleBody? Parse(ContentFile file, SnippetText text, IPolicyValues values, List<Finding> findings)
    {
        if (MarkdownLimits.Passed(text.Source) is { } passed)
        {
            findings.Add(file.Error("too-complex", text.At(passed.Line - 1, 1), passed.Message, "Split the article, or write it more simply."));
            return null;
        }

        var started = Stopwatch.GetTimestamp();
        try
        {
            var document = Markdown.Parse(text.Source, ArticleMarkdown.Pipeline);
            foreach (var value in document.Descendants<PolicyValueInline>())
            {
                value.Text = value.Reference is { } reference ? values.Find(reference.Name, file.Locale, reference.Market) : value.Literal?.Text;
            }

            if (Stopwatch.GetElapsedTime(started) < LongestParse)
            {
                return new ArticleBody(text, document);
            }

            findings.Add(file.Error("too-complex", text.At(0, 1), "The text takes too long to read.", "Split the article, or write it more simply."));
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException)
        {
            findings.Add(file.Error("too-complex", text.At(0, 1), $"The text cannot be read: {failure.Message}", "Nest less deeply."));
        }

        return null;
    }
}
