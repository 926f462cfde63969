namespace Portal.Knowledge.Articles;

/// <summary>Everything read from the content folder, before it is checked as a whole and rendered.</summary>
internal sealed class Content
{
    private readonly Dictionary<(string Locale, string Key), ArticleDraft> _articles;
    private readonly Dictionary<(string Locale, string Key), CategoryDraft> _categories;

    private Content(LibraryOptions options, IPolicyValues values, DateOnly today, IReadOnlyList<ContentFile> files, List<CategoryDraft> categories, List<ArticleDraft> articles, List<Finding> findings)
    {
        Options = options;
        Values = values;
        Today = today;
        Files = files;
        Categories = categories;
        Articles = articles;
        Findings = findings;
        Media = new MediaFolder(options.Root);
        Redirects = Redirect.Of(options, files, articles, findings);
        _articles = articles.ToDictionary(article => (article.Locale, article.Key));
        _categories = categories.ToDictionary(category => (category.Locale, category.Key));
    }

    public LibraryOptions Options { get; }

    public IPolicyValues Values { get; }

    public DateOnly Today { get; }

    public IReadOnlyList<ContentFile> Files { get; }

    public IReadOnlyList<CategoryDraft> Categories { get; }

    /// <summary>The articles to publish: no drafts and none of a later day, but for a preview.</summary>
    public IReadOnlyList<ArticleDraft> Articles { get; }

    /// <summary>The articles that wait: drafts, and those of a later day.</summary>
    public IReadOnlyList<ArticleDraft> Held { get; private init; } = [];

    public required Snippets Snippets { get; init; }

    public required Glossary Glossary { get; init; }

    public MediaFolder Media { get; }

    /// <summary>Addresses that lead elsewhere.</summary>
    public IReadOnlyList<Redirect> Redirects { get; }

    /// <summary>What reading alone has found.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    public static Content Read(LibraryOptions options, IPolicyValues values, DateOnly today)
    {
        values = new KnownValues(values);
        var folder = new ContentFolder(options);
        var files = folder.Read();
        var findings = new List<Finding>(folder.Findings);
        var categories = files.Where(file => file.Kind == ContentKind.Category).Select(file => CategoryDraft.Read(file, findings)).OfType<CategoryDraft>().ToList();
        var snippets = new Snippets(files);
        var drafts = ReadDrafts(files.Where(file => file.Kind == ContentKind.Article), values, snippets, findings);
        var originals = drafts.Where(draft => string.Equals(draft.Locale, options.DefaultLocale, StringComparison.Ordinal)).ToDictionary(draft => draft.Key, StringComparer.Ordinal);
        var read = drafts.Select(draft => draft.Inherit(originals.GetValueOrDefault(draft.Key))).ToLookup(draft => options.IsPreview || draft.IsPublic(today));
        return new Content(options, values, today, files, categories, [.. read[true]], findings)
        {
            Held = [.. read[false]],
            Snippets = snippets,
            Glossary = new Glossary(files, options.DefaultLocale, findings),
        };
    }

    // Side by side on every core; the findings come in the order of the files all the same.
    private static List<ArticleDraft> ReadDrafts(IEnumerable<ContentFile> files, IPolicyValues values, Snippets snippets, List<Finding> findings)
    {
        var read = files.AsParallel().AsOrdered().Select(file =>
        {
            List<Finding> found = [];
            return (Draft: ArticleDraft.Read(file, values, snippets, found), Findings: found);
        }).ToList();
        findings.AddRange(read.SelectMany(one => one.Findings));
        return read.Select(one => one.Draft).OfType<ArticleDraft>().ToList();
    }

    /// <summary>The article in the locale, or in the default locale.</summary>
    public ArticleDraft? Find(string locale, string key) =>
        _articles.GetValueOrDefault((locale, key)) ?? _articles.GetValueOrDefault((Options.DefaultLocale, key));

    /// <summary>The category in the locale, or in the default locale.</summary>
    public CategoryDraft? FindCategory(string locale, string key) =>
        _categories.GetValueOrDefault((locale, key)) ?? _categories.GetValueOrDefault((Options.DefaultLocale, key));

    public bool Has(string locale, string key) => _articles.ContainsKey((locale, key));

    public bool HasCategory(string locale, string key) => _categories.ContainsKey((locale, key));
}
