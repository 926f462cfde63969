using System.Globalization;
using Markdig.Syntax.Inlines;
using Portal.Knowledge.Articles;
using Portal.Knowledge.Articles.Rendering;

namespace Portal.Knowledge.Checks;

/// <summary>A section says the same in every locale: the same values, the same links, the same numbers.</summary>
internal sealed class TranslationDifferenceRule : IContentRule
{
    // Up to here a language may spell a number out where another writes digits.
    private const int LargestWord = 12;

    public IEnumerable<Finding> Check(Content content) =>
        from translation in content.Articles
        where !string.Equals(translation.Locale, content.Options.DefaultLocale, StringComparison.Ordinal) && content.Has(content.Options.DefaultLocale, translation.Key)
        from finding in Compare(translation, content.Find(content.Options.DefaultLocale, translation.Key)!)
        select finding;

    private static IEnumerable<Finding> Compare(ArticleDraft translation, ArticleDraft original)
    {
        var sections = BodySection.Of(translation.Body).ToDictionary(section => section.Anchor, StringComparer.Ordinal);
        foreach (var theirs in BodySection.Of(original.Body))
        {
            if (!sections.Remove(theirs.Anchor, out var ours))
            {
                yield return translation.File.Warning("translation-differs", Position.Start, $"The section \"{theirs.Anchor}\" of {original.File.Path} is missing.", $"Translate it, under a heading with {{#{theirs.Anchor}}}.");
                continue;
            }

            var at = ours.Heading is { } heading ? translation.Body.At(heading.Block) : ours.Blocks.Count > 0 ? translation.Body.At(ours.Blocks[0]) : Position.Start;
            foreach (var difference in Differences("quotes", Values(ours), Values(theirs)).Concat(Differences("links to", Links(ours), Links(theirs))).Concat(Differences("has the number", Numbers(ours), Numbers(theirs), MaySpellOut)))
            {
                yield return translation.File.Warning("translation-differs", at, difference, $"Compare it with {original.File.Path}.");
            }
        }

        foreach (var more in sections.Values)
        {
            yield return translation.File.Warning("translation-differs", translation.Body.At(more.Heading!.Block), $"{original.File.Path} has no section \"{more.Anchor}\".", "Give the heading the anchor of its original.");
        }
    }

    private static IEnumerable<string> Differences(string does, IEnumerable<string> ours, IEnumerable<string> theirs, Func<string, bool>? mayBeElsewhere = null)
    {
        var (mine, other) = (ours.Order(StringComparer.Ordinal).ToList(), theirs.Order(StringComparer.Ordinal).ToList());
        foreach (var same in other.ToList().Where(mine.Remove))
        {
            other.Remove(same);
        }

        if (mayBeElsewhere is not null && (mine.Count == 0 || other.Count == 0))
        {
            mine.RemoveAll(one => mayBeElsewhere(one));
            other.RemoveAll(one => mayBeElsewhere(one));
        }

        return mine.Distinct(StringComparer.Ordinal).Select(more => $"The section {does} {more}, which the original does not.")
            .Concat(other.Distinct(StringComparer.Ordinal).Select(less => $"The original {does} {less}, which the section does not."));
    }

    private static bool MaySpellOut(string number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= LargestWord;

    private static IEnumerable<string> Values(BodySection section) => section.Values.Select(value => $"{{{{{value.Written}}}}}");

    private static IEnumerable<string> Links(BodySection section) => section.Inlines<LinkInline>().Select(link => link.Url ?? "");

    private static IEnumerable<string> Numbers(BodySection section) => section.Inlines<LeafInline>().SelectMany(inline => inline switch
    {
        LiteralInline text => NumbersWithUnit.Numbers(text.Content.ToString()),
        PolicyValueInline { Literal.Text: var text } => NumbersWithUnit.Numbers(text),
        _ => [],
    });
}
