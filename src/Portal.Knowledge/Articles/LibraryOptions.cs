namespace Portal.Knowledge.Articles;

/// <summary>The address of a category's page, or of an article's where a slug is given. The site decides it.</summary>
public delegate string ArticleUrl(string locale, string categorySlug, string? articleSlug);

/// <summary>The address of a page that is no article (<c>orders</c>, <c>withdraw</c>, <c>home</c>), or null where the site has no such page.</summary>
public delegate string? PageUrl(string locale, string page);

/// <summary>Where the content lies, which locales are read, and how its pages are addressed.</summary>
/// <param name="Root">The content folder: the one that holds <c>articles</c> and <c>media</c>.</param>
/// <param name="Locales">The locales to read, in the site's order; the default locale is among them.</param>
/// <param name="DefaultLocale">The locale whose article stands in for a missing translation.</param>
/// <param name="Url">Gives an article's address.</param>
public sealed record LibraryOptions(string Root, IReadOnlyList<string> Locales, string DefaultLocale, ArticleUrl Url)
{
    private static readonly HashSet<string> KnownPages = new(StringComparer.Ordinal) { "home", "help", "search", "orders", "withdraw" };

    /// <summary>Gives the address behind a <c>page:</c> link.</summary>
    public PageUrl PageUrl { get; init; } = DefaultPageUrl;

    /// <summary>The names that <c>page:</c> links may use, offered when one is misspelt.</summary>
    public IReadOnlyCollection<string> Pages { get; init; } = KnownPages;

    /// <summary>The markets that are delivered to (ISO 3166-1 alpha-2); an article may be for some of them only.</summary>
    public IReadOnlyCollection<string> Markets { get; init; } = [];

    /// <summary>Reads drafts and articles of a later day too, for a preview.</summary>
    public bool IsPreview { get; init; }

    private static string? DefaultPageUrl(string locale, string page) =>
        !KnownPages.Contains(page) ? null
        : string.Equals(page, "home", StringComparison.Ordinal) ? $"/{locale}"
        : $"/{locale}/{page}";
}
