using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Search.Analysis;

/// <summary>A word of the content that was perhaps meant.</summary>
/// <param name="Word">Folded.</param>
/// <param name="Distance">Typing errors; 0 for a word that only continues what was typed.</param>
internal sealed record Alternative(string Word, int Distance);

/// <summary>
/// Every word of one locale's content. The few thousand words of a help centre are compared one by one, which is much
/// faster than building an automaton for each word that is searched.
/// </summary>
internal sealed class Vocabulary
{
    private const int Most = 20;
    private const int ShortestPrefix = 4;

    private readonly Dictionary<char, List<string>> _byFirst;

    public Vocabulary(IEnumerable<string> words)
    {
        Words = words.Where(word => word.Length > 0).ToHashSet(StringComparer.Ordinal);
        _byFirst = Words.GroupBy(word => word[0]).ToDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).ToList());
    }

    public IReadOnlySet<string> Words { get; }

    /// <summary>Words that are a typing error away or continue the word, the nearest first; those with another first letter only where none begins alike.</summary>
    public IReadOnlyList<Alternative> Near(string word)
    {
        var edits = Edits(word);
        var near = Near(word, edits, _byFirst.GetValueOrDefault(word[0], []));
        return near.Count > 0 || edits == 0 ? near : Near(word, 1, Words);
    }

    private static List<Alternative> Near(string word, int edits, IEnumerable<string> among) =>
        among
            .Select(known => new Alternative(known, Continues(known, word) ? 0 : Spelling.Distance(word, known, edits)))
            .Where(alternative => alternative.Distance <= edits)
            .OrderBy(alternative => alternative.Distance)
            .Take(Most)
            .ToList();

    /// <summary>How many typing errors a word may hold: none below 4 letters, one below 8, else two.</summary>
    public static int Edits(string word) => word.Length switch { < 4 => 0, < 8 => 1, _ => 2 };

    private static bool Continues(string known, string word) => word.Length >= ShortestPrefix && known.StartsWith(word, StringComparison.Ordinal);
}
