using System.Diagnostics;
using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Search;

/// <summary>Finds articles; one index per locale, made when it is first needed or prepared, safe to share between threads.</summary>
public sealed class SearchEngine : IDisposable
{
    private const int LargestPage = 100;

    private readonly Dictionary<string, Lazy<LocaleSearch>> _locales;

    internal SearchEngine(IEnumerable<Shelf> shelves, Ranking ranking = Ranking.All) =>
        _locales = shelves.ToDictionary(shelf => shelf.Locale, shelf => new Lazy<LocaleSearch>(() => new LocaleSearch(shelf, ranking)), StringComparer.OrdinalIgnoreCase);

    /// <summary>The locales whose index is made.</summary>
    public IReadOnlyList<string> Prepared => [.. _locales.Where(locale => locale.Value.IsValueCreated).Select(locale => locale.Key)];

    /// <summary>Makes the indexes of these locales, side by side, so that no reader waits for one.</summary>
    public void Prepare(IEnumerable<string> locales) =>
        Parallel.ForEach(locales.Where(_locales.ContainsKey), locale => _ = _locales[locale].Value);

    /// <summary>The articles that match, best first; an empty or senseless query, or an unknown locale, finds nothing.</summary>
    public SearchResults Search(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var started = Stopwatch.GetTimestamp();
        var results = Find(request);
        SearchMeter.Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("locale", _locales.ContainsKey(request.Locale) ? request.Locale : "other"));
        return results;
    }

    /// <summary>The first articles that match, by key alone: what is measured.</summary>
    public IReadOnlyList<string> Rank(string locale, string query, int count) =>
        Of(locale) is { } found ? [.. found.Index.Match(found.Index.Read(QueryWords.Clean(query))).Take(count).Select(match => match.Article.Key)] : [];

    private SearchResults Find(SearchRequest request)
    {
        var query = QueryWords.Clean(request.Query);
        if (Of(request.Locale) is not { } locale)
        {
            return new SearchResults(query, 0, [], [], []);
        }

        var words = locale.Index.Read(query);
        var matches = locale.Index.Match(words);
        var category = CategoryKey(locale.Index.Shelf, request.Category);
        var inCategory = matches.Where(match => category is null || IsIn(match, category)).ToList();
        var ofType = matches.Where(match => request.Type is null || match.Article.Type == request.Type).ToList();
        var wanted = inCategory.Intersect(ofType).ToList();
        var size = Math.Clamp(request.PageSize, 1, LargestPage);
        var skip = (long)(Math.Max(1, request.Page) - 1) * size;
        var highlighter = new Highlighter(locale.Index.Analysis, words);
        return new SearchResults(
            query,
            wanted.Count,
            wanted.Skip((int)Math.Min(skip, int.MaxValue)).Take(size).Select(match => Hit(match, highlighter)).ToList(),
            Facets(ofType, match => match.Article.CategoryKey),
            Facets(inCategory, match => match.Article.Type.ToString().ToLowerInvariant()));
    }

    /// <summary>Up to <paramref name="limit"/> articles whose title or one of whose questions holds words that begin like those typed so far.</summary>
    public IReadOnlyList<Suggestion> Suggest(string locale, string query, int limit) =>
        Of(locale) is { } found ? found.Suggester.Suggest(QueryWords.Clean(query), limit) : [];

    public void Dispose()
    {
        foreach (var locale in _locales.Values.Where(locale => locale.IsValueCreated))
        {
            locale.Value.Index.Dispose();
        }
    }

    private LocaleSearch? Of(string locale) => _locales.GetValueOrDefault(locale)?.Value;

    private static Hit Hit(SectionMatch match, Highlighter highlighter)
    {
        var section = match.Article.Sections[match.Section];
        var snippet = highlighter.Cut(section.Text);
        if (match.Section == 0 || snippet.Words == 0)
        {
            var summary = highlighter.Cut(match.Article.Summary);
            snippet = summary.Words >= snippet.Words ? summary : snippet;
        }

        return new Hit(match.Article, match.Section == 0 ? null : section, highlighter.Mark(match.Article.Title), snippet.Html, match.Score);
    }

    private static string? CategoryKey(Shelf shelf, string? keyOrSlug) =>
        string.IsNullOrEmpty(keyOrSlug) ? null : shelf.FindCategory(keyOrSlug)?.Key ?? keyOrSlug;

    private static bool IsIn(SectionMatch match, string category) => string.Equals(match.Article.CategoryKey, category, StringComparison.Ordinal);

    private static List<Facet> Facets(IEnumerable<SectionMatch> matches, Func<SectionMatch, string> value) =>
        matches.GroupBy(value, StringComparer.Ordinal)
            .Select(group => new Facet(group.Key, group.Count()))
            .OrderByDescending(facet => facet.Count)
            .ThenBy(facet => facet.Value, StringComparer.Ordinal)
            .ToList();

    private sealed class LocaleSearch
    {
        public LocaleSearch(Shelf shelf, Ranking ranking)
        {
            Index = new LocaleIndex(shelf, ranking);
            Suggester = new Suggester(Index);
        }

        public LocaleIndex Index { get; }

        public Suggester Suggester { get; }
    }
}
