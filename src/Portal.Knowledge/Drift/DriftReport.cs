using Portal.Knowledge.Articles;
using Portal.Knowledge.Articles.Rendering;

namespace Portal.Knowledge.Drift;

/// <summary>Compares translations with the originals that they were made from.</summary>
public static class DriftReport
{
    /// <summary>Every article in every locale but the default one, by key and then in the order of the locales.</summary>
    public static IReadOnlyList<DriftEntry> Of(LibraryOptions options, IPolicyValues values, DateOnly today) => Of(Content.Read(options, values, today));

    internal static IReadOnlyList<DriftEntry> Of(Content content) =>
    [
        .. from original in content.Articles
               .Where(article => string.Equals(article.Locale, content.Options.DefaultLocale, StringComparison.Ordinal))
               .OrderBy(article => article.Key, StringComparer.Ordinal)
           from locale in content.Options.Locales
           where !string.Equals(locale, original.Locale, StringComparison.Ordinal)
           select content.Has(locale, original.Key)
               ? Compare(content.Find(locale, original.Key)!, original)
               : new DriftEntry(original.Key, locale, DriftState.Missing, [], BearsPolicy: false),
    ];

    internal static DriftEntry Compare(ArticleDraft translation, ArticleDraft original)
    {
        if (translation.Matter.Source.Count == 0)
        {
            return new DriftEntry(translation.Key, translation.Locale, DriftState.Unrecorded, [], BearsPolicy: false);
        }

        var now = SectionHash.Of(original);
        var known = translation.Matter.Source;
        var changed = now.Where(section => !known.Contains(section.ToString(), StringComparer.Ordinal)).Select(section => section.Section)
            .Concat(known.Select(section => section.Split(' ')[0]).Except(now.Select(section => section.Section), StringComparer.Ordinal))
            .ToList();
        return new DriftEntry(translation.Key, translation.Locale, changed.Count == 0 ? DriftState.Current : DriftState.Behind, changed, BearsPolicy(translation, changed) || BearsPolicy(original, changed));
    }

    private static bool BearsPolicy(ArticleDraft article, IReadOnlyList<string> sections) =>
        BodySection.Of(article.Body).Any(section => section.BearsPolicy && sections.Contains(section.Anchor.Length == 0 ? SectionHash.Start : section.Anchor, StringComparer.Ordinal));
}
