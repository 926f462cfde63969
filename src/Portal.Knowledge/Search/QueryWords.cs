using Portal.Knowledge.Articles;
using Portal.Knowledge.Search.Analysis;

namespace Portal.Knowledge.Search;

/// <summary>A word of the query.</summary>
/// <param name="Word">As it is compared.</param>
/// <param name="Alternatives">What was perhaps meant, where the content does not know the word.</param>
internal sealed record QueryWord(Word Word, IReadOnlyList<Alternative> Alternatives)
{
    /// <summary>Whether a word of a text is what was asked for.</summary>
    public bool Matches(Word other) =>
        string.Equals(other.Exact, Word.Exact, StringComparison.Ordinal)
        || string.Equals(other.Stem, Word.Stem, StringComparison.Ordinal)
        || other.Parts.Contains(Word.Stem, StringComparer.Ordinal)
        || Word.Parts.Contains(other.Stem, StringComparer.Ordinal)
        || Alternatives.Any(alternative => string.Equals(alternative.Word, other.Exact, StringComparison.Ordinal));
}

/// <summary>A query as words: those an answer should hold, and fillers.</summary>
internal sealed record QueryWords(IReadOnlyList<QueryWord> Wanted, IReadOnlyList<QueryWord> Fillers)
{
    /// <summary>Characters of a query that count.</summary>
    public const int LongestQuery = 200;

    private const int MostWords = 20;

    /// <summary>Analyses a query. One of nothing but fillers is taken at its words.</summary>
    /// <param name="query">What <see cref="Clean"/> gives.</param>
    /// <param name="analysis">The language.</param>
    /// <param name="isStemKnown">Whether the content holds a form of the word.</param>
    public static QueryWords Read(string query, TextAnalysis analysis, Func<string, bool> isStemKnown)
    {
        var words = analysis.Words(query)
            .DistinctBy(word => word.Exact, StringComparer.Ordinal)
            .Take(MostWords)
            .Select(word => new QueryWord(word, isStemKnown(word.Stem) ? [] : analysis.Vocabulary.Near(word.Exact)))
            .ToList();
        var wanted = words.Where(word => !word.Word.IsFiller).ToList();
        return wanted.Count == 0 ? new QueryWords(words, []) : new QueryWords(wanted, words.Except(wanted).ToList());
    }

    /// <summary>Any text made searchable: composed, without broken surrogates, trimmed, at most 200 characters.</summary>
    public static string Clean(string? query)
    {
        var text = Composition.Compose(query is { Length: > LongestQuery * 4 } ? query[..(LongestQuery * 4)] : query ?? "").Trim();
        if (text.Length <= LongestQuery)
        {
            return text;
        }

        var cut = char.IsHighSurrogate(text[LongestQuery - 1]) ? LongestQuery - 1 : LongestQuery;
        return text[..cut].TrimEnd();
    }
}
