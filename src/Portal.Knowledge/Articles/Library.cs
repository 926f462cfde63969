using Portal.Knowledge.Articles.Rendering;
using Portal.Knowledge.Search;

namespace Portal.Knowledge.Articles;

/// <summary>All published content in all locales with its search index: an immutable snapshot, safe to share between threads.</summary>
public sealed class Library : IDisposable
{
    private readonly Dictionary<string, Shelf> _shelves;

    private readonly LateRenderer _late;

    internal Library(IEnumerable<Shelf> shelves, string hash, LateRenderer late)
    {
        _shelves = shelves.ToDictionary(shelf => shelf.Locale, StringComparer.OrdinalIgnoreCase);
        Hash = hash;
        _late = late;
        Search = new SearchEngine(_shelves.Values);
    }

    /// <summary>The SHA-256 of everything that was read and of every value that was filled in, in lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Where addresses lead that are no pages any more, by decoded path.</summary>
    public required IReadOnlyDictionary<string, string> Redirects { get; init; }

    /// <summary>The day on which the next article is published; null when none waits for a day.</summary>
    public required DateOnly? NextChange { get; init; }

    /// <summary>Searches the articles of this snapshot.</summary>
    public SearchEngine Search { get; }

    /// <summary>An engine of its own over the same articles, to measure parts of the ranking.</summary>
    public SearchEngine Searching(Ranking ranking) => new(_shelves.Values, ranking);

    /// <summary>The categories in order; none for a locale that is not read.</summary>
    public IReadOnlyList<Category> Categories(string locale) => Find(locale)?.Categories ?? [];

    public Category? FindCategory(string locale, string slug) => Find(locale)?.FindCategory(slug);

    public Article? FindArticle(string locale, string categorySlug, string articleSlug) =>
        Find(locale)?.FindArticle(categorySlug, articleSlug);

    /// <summary>The article under its key (<c>returns/how-to-return</c>), in the default locale where the translation is missing.</summary>
    public Article? FindByKey(string locale, string key) => Find(locale)?.FindByKey(key);

    /// <summary>The page that an address leads to which was one once; null for any other.</summary>
    /// <param name="path">As a browser sends it, decoded or not.</param>
    public string? FindRedirect(string path) => Redirects.GetValueOrDefault(Redirect.Path(path));

    /// <summary>The articles about a product, in order.</summary>
    public IReadOnlyList<Article> ForProduct(string locale, string sku) => Find(locale)?.ForProduct(sku) ?? [];

    /// <summary>Every article, by category and order.</summary>
    public IReadOnlyList<Article> Articles(string locale) => Find(locale)?.Articles ?? [];

    /// <summary>Up to <paramref name="count"/> other articles of the locale that share most with this one, the nearest first.</summary>
    public IReadOnlyList<Article> Related(string locale, Article article, int count)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Kinship.Nearest(article, Articles(locale), count);
    }

    /// <summary>The markets that an article can be shown for, in the site's order; none when no value that it quotes differs between them.</summary>
    public IReadOnlyList<string> MarketsOf(Article article) => _late.Markets(article);

    /// <summary>The article with the values of one market instead of every market's, rendered anew.</summary>
    public Article InMarket(string locale, Article article, string market) => _late.InMarket(locale, article, market);

    /// <summary>An article that readers do not find yet, rendered anew, for whoever may see it; null where there is none under the key, or a public one.</summary>
    public Article? FindHeld(string locale, string key) => _late.Held(locale, key);

    public void Dispose() => Search.Dispose();

    private Shelf? Find(string locale) => _shelves.GetValueOrDefault(locale);
}
