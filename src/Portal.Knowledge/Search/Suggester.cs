using Portal.Knowledge.Articles;
using Portal.Knowledge.Search.Analysis;

namespace Portal.Knowledge.Search;

/// <summary>Offers articles while the reader types: every word typed begins a word of the title or of one question.</summary>
internal sealed class Suggester
{
    private const int TitleWeight = 100;
    private const int FirstWordWeight = 10;

    private readonly TextAnalysis _analysis;
    private readonly List<Entry> _entries;

    public Suggester(LocaleIndex index)
    {
        _analysis = index.Analysis;
        _entries = index.Shelf.Articles.SelectMany(article => article.Questions
            .Select(question => new Entry(article, Cut(question), 0))
            .Prepend(new Entry(article, Cut(article.Title), TitleWeight))).ToList();
    }

    public IReadOnlyList<Suggestion> Suggest(string query, int limit)
    {
        var typed = Typed(query);
        return typed.Count == 0
            ? []
            : _entries
                .Select(entry => (entry.Article, Weight: Weight(entry, typed)))
                .Where(entry => entry.Weight >= 0)
                .OrderByDescending(entry => entry.Weight)
                .DistinctBy(entry => entry.Article.Key, StringComparer.Ordinal)
                .Take(Math.Clamp(limit, 0, 50))
                .Select(entry => new Suggestion(entry.Article.Title, entry.Article.Url, entry.Article.CategoryTitle))
                .ToList();
    }

    // The last word is unfinished: "ho" may become "how" or "holiday", so it is never dropped as a filler.
    private List<string> Typed(string query)
    {
        var words = _analysis.Words(query);
        return words.Where((word, index) => !word.IsFiller || index == words.Count - 1).Select(word => word.Exact).ToList();
    }

    private static int Weight(Entry entry, List<string> typed)
    {
        if (!typed.TrueForAll(word => entry.Words.Any(known => known.StartsWith(word, StringComparison.Ordinal))))
        {
            return -1;
        }

        var opens = entry.Words.Count > 0 && entry.Words[0].StartsWith(typed[0], StringComparison.Ordinal);
        return entry.Weight + (opens ? FirstWordWeight : 0);
    }

    private List<string> Cut(string text) => _analysis.Words(text).Select(word => word.Exact).ToList();

    private sealed record Entry(Article Article, IReadOnlyList<string> Words, int Weight);
}
