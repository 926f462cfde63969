namespace Portal.Knowledge.Articles;

/// <summary>What a reader of one locale finds: its articles, and those of the default locale where a translation is missing.</summary>
internal sealed class Shelf
{
    private readonly Dictionary<string, Article> _byKey;
    private readonly Dictionary<string, Category> _bySlug;
    private readonly List<(string Sku, Article Article)> _products;

    public Shelf(string locale, IReadOnlyList<Category> categories)
    {
        Locale = locale;
        Categories = categories;
        Articles = categories.SelectMany(category => category.Articles).ToList();
        _byKey = Articles.ToDictionary(article => article.Key, StringComparer.Ordinal);
        _products = Articles.SelectMany(article => article.Products.Select(sku => (sku, article))).ToList();
        _bySlug = new(StringComparer.Ordinal);
        foreach (var category in categories)
        {
            _bySlug.TryAdd(category.Slug, category);
        }
    }

    public string Locale { get; }

    public IReadOnlyList<Category> Categories { get; }

    public IReadOnlyList<Article> Articles { get; }

    public Category? FindCategory(string slug) => _bySlug.GetValueOrDefault(slug);

    public Article? FindArticle(string categorySlug, string articleSlug) =>
        FindCategory(categorySlug)?.Articles.FirstOrDefault(article => string.Equals(article.Slug, articleSlug, StringComparison.Ordinal));

    public IReadOnlyList<Article> ForProduct(string sku) => _products
        .Where(product => product.Sku.EndsWith('*') ? sku.StartsWith(product.Sku[..^1], StringComparison.OrdinalIgnoreCase) : string.Equals(product.Sku, sku, StringComparison.OrdinalIgnoreCase))
        .Select(product => product.Article)
        .Distinct()
        .ToList();

    public Article? FindByKey(string key) => _byKey.GetValueOrDefault(key);
}
