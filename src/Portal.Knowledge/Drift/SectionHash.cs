using System.Security.Cryptography;
using System.Text;
using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Drift;

/// <summary>What one section of an article says, as a short hash: a translation keeps those of the original it was made from.</summary>
/// <param name="Section">The section's anchor; <see cref="Head"/> for title and summary, <see cref="Start"/> for what stands before the first heading.</param>
/// <param name="Hash">The first ten hexadecimal digits of the SHA-256 of its Markdown, whatever its line breaks and spaces.</param>
internal sealed record SectionHash(string Section, string Hash)
{
    public const string Head = "head";

    public const string Start = "start";

    private const int Digits = 10;

    /// <summary>The form in which front matter keeps it.</summary>
    public override string ToString() => $"{Section} {Hash}";

    public static IReadOnlyList<SectionHash> Of(ArticleDraft article)
    {
        List<SectionHash> hashes = [Of(Head, $"{article.Matter.Title}\n{article.Matter.Summary}")];
        var (name, from) = (Start, 0);
        foreach (var heading in article.Body.Headings.Where(heading => heading.Block.Parent == article.Body.Document))
        {
            Add(heading.Block.Span.Start);
            (name, from) = (heading.Anchor, heading.Block.Span.Start);
        }

        Add(article.Body.Source.Length);
        return hashes;

        void Add(int end)
        {
            if (!string.IsNullOrWhiteSpace(article.Body.Source[from..end]))
            {
                hashes.Add(Of(name, article.Body.Source[from..end]));
            }
        }
    }

    private static SectionHash Of(string section, string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new(section, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..Digits]);
    }
}
