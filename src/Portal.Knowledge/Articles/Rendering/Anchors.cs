using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>A heading with the id it gets in the page.</summary>
internal sealed record Heading(HeadingBlock Block, string Title, string Anchor, bool IsExplicit);

/// <summary>Gives every heading its id: the one written as <c>{#id}</c>, else one made from its text in whatever script.</summary>
internal static partial class Anchors
{
    private const int Longest = 80;

    public static IReadOnlyList<Heading> Assign(IReadOnlyList<HeadingBlock> blocks)
    {
        var written = blocks.Select(TakeWritten).ToList();
        var used = written.OfType<string>().ToHashSet(StringComparer.Ordinal);
        return blocks.Select((block, index) =>
        {
            var title = PlainText.Of(block);
            return written[index] is { } anchor ? new Heading(block, title, anchor, true) : new Heading(block, title, Free(Slug(title), used), false);
        }).ToList();
    }

    /// <summary>Letters, digits and marks of any script in lower case, hyphens between.</summary>
    public static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var rune in Composition.Compose(title).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                slug.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length >= Longest)
            {
                break;
            }
        }

        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "section" : text;
    }

    private static string Free(string slug, HashSet<string> used)
    {
        var anchor = slug;
        for (var number = 2; !used.Add(anchor); number++)
        {
            anchor = string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
        }

        return anchor;
    }

    private static string? TakeWritten(HeadingBlock block)
    {
        if (block.Inline?.LastChild is not LiteralInline literal)
        {
            return null;
        }

        var text = literal.Content.ToString();
        var match = Written().Match(text);
        if (!match.Success)
        {
            return null;
        }

        literal.Content = new Markdig.Helpers.StringSlice(text[..match.Index]);
        return match.Groups["id"].Value;
    }

    [GeneratedRegex(@"\s*\{#(?<id>[\p{L}\p{Nd}][\p{L}\p{Nd}-]{0,79})\}\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();
}
