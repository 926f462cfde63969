using Portal.Knowledge.Articles;
using Portal.Knowledge.Search.Analysis;

namespace Portal.Knowledge.Search;

/// <summary>A word of the query.</summary>
/// <param name="Word">As it is compared.</param>
/// <param name="Alternatives">What was perhaps meant, where the content does not know the word.</param>
/// <param name="Synonyms">Terms that say the same as the word, or as a run of words that it is in.</param>
internal sealed record QueryWord(Word Word, IReadOnlyList<Alternative> Alternatives, IReadOnlyList<IReadOnlyList<Word>> Synonyms)
{
    /// <summary>Whether a word of a text is what was asked for.</summary>
    public bool Matches(Word other) =>
        string.Equals(other.Exact, Word.Exact, StringComparison.Ordinal)
        || string.Equals(other.Stem, Word.Stem, StringComparison.Ordinal)
        || other.Parts.Contains(Word.Stem, StringComparer.Ordinal)
        || Word.Parts.Contains(other.Stem, StringComparer.Ordinal)
        || Alternatives.Any(alternative => string.Equals(alternative.Word, other.Exact, StringComparison.Ordinal))
        || Synonyms.Any(term => term.Any(word => !word.IsFiller && string.Equals(word.Stem, other.Stem, StringComparison.Ordinal)));
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
    /// <param name="thesaurus">Words that mean the same.</param>
    /// <param name="isStemKnown">Whether the content holds a form of the word.</param>
    public static QueryWords Read(string query, TextAnalysis analysis, Thesaurus thesaurus, Func<string, bool> isStemKnown)
    {
        var typed = analysis.Words(query).Take(MostWords).ToList();
        var synonyms = Synonyms(typed, thesaurus);
        var words = typed
            .Select((word, at) => (Word: word, At: at))
            .DistinctBy(one => one.Word.Exact, StringComparer.Ordinal)
            .Select(one => new QueryWord(one.Word, isStemKnown(one.Word.Stem) ? [] : analysis.Vocabulary.Near(one.Word.Exact), [.. synonyms[one.At]]))
            .ToList();
        var wanted = words.Where(word => !word.Word.IsFiller || word.Synonyms.Count > 0).ToList();
        return wanted.Count == 0 ? new QueryWords(words, []) : new QueryWords(wanted, words.Except(wanted).ToList());
    }

    // By place in the query: a term stands in for every word of the run that it says in other words, for fillers only where the run is nothing else.
    private static ILookup<int, IReadOnlyList<Word>> Synonyms(List<Word> words, Thesaurus thesaurus) =>
        (from start in Enumerable.Range(0, words.Count)
         from length in Enumerable.Range(1, Math.Min(Thesaurus.LongestTerm, words.Count - start))
         let run = words.GetRange(start, length)
         from term in thesaurus.Find(run)
         from at in Enumerable.Range(start, length)
         where !words[at].IsFiller || run.TrueForAll(word => word.IsFiller)
         select (At: at, Term: term)).ToLookup(one => one.At, one => one.Term);

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
