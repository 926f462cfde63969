using System.Security.Cryptography;
using System.Text;
using Portal.Knowledge.Articles.Rendering;

namespace Portal.Knowledge.Articles;

/// <summary>Renders checked content and sorts it onto one shelf per locale.</summary>
internal sealed class LibraryBuilder
{
    private readonly Content _content;
    private readonly ArticleRenderer _renderer;
    private readonly Dictionary<(string Locale, string Key), Article> _articles;

    private LibraryBuilder(Content content)
    {
        _content = content;
        _renderer = new ArticleRenderer(content, content.Values);
        _articles = content.Articles.AsParallel().Select(draft => _renderer.Render(draft, draft.Locale)).ToDictionary(article => (article.Locale, article.Key));
    }

    public static Library Build(Content content)
    {
        var builder = new LibraryBuilder(content);
        return new Library(content.Options.Locales.Select(builder.Shelve), builder.Hash(), new LateRenderer(content))
        {
            Redirects = content.Redirects.ToDictionary(redirect => redirect.From, redirect => redirect.Resolve(content)!, StringComparer.Ordinal),
            NextChange = content.Held.Where(article => !article.Matter.IsDraft).Min(article => article.Matter.Publish),
        };
    }

    private Shelf Shelve(string locale)
    {
        var keys = Keys(locale, _content.Articles.Select(article => (article.Locale, article.Key)));
        var byCategory = keys.Select(key => _content.Find(locale, key)!).ToLookup(draft => draft.File.Category, StringComparer.Ordinal);
        var categories = Keys(locale, _content.Categories.Select(category => (category.Locale, category.Key)))
            .Select(key => Fill(_content.FindCategory(locale, key)!, byCategory[key], locale))
            .Where(category => category.Articles.Count > 0)
            .OrderBy(category => category.Order)
            .ThenBy(category => category.Key, StringComparer.Ordinal)
            .ToList();
        return new Shelf(locale, categories);
    }

    private Category Fill(CategoryDraft draft, IEnumerable<ArticleDraft> articles, string locale) =>
        new(draft.Key, draft.Locale, draft.Slug, draft.Title, draft.Summary, draft.Order, articles
            .AsParallel()
            .Select(article => string.Equals(article.Locale, locale, StringComparison.Ordinal) ? _articles[(locale, article.Key)] : _renderer.Render(article, locale))
            .OrderBy(article => article.Order)
            .ThenBy(article => article.Key, StringComparer.Ordinal)
            .ToList());

    private IEnumerable<string> Keys(string locale, IEnumerable<(string Locale, string Key)> all) =>
        all.Where(one => IsRead(one.Locale, locale)).Select(one => one.Key).Distinct(StringComparer.Ordinal);

    private bool IsRead(string written, string locale) =>
        string.Equals(written, locale, StringComparison.Ordinal) || string.Equals(written, _content.Options.DefaultLocale, StringComparison.Ordinal);

    private string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in _content.Files)
        {
            Append(hash, file.Path);
            Append(hash, file.Text);
        }

        foreach (var draft in _content.Articles)
        {
            var article = _articles[(draft.Locale, draft.Key)];
            Append(hash, article.Title);
            Append(hash, article.Summary);
            Append(hash, article.Html);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // The length in front keeps two different splits of the same text apart.
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
