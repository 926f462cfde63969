namespace Portal.Knowledge.Articles;

/// <summary>What kind of answer an article gives.</summary>
public enum ArticleType
{
    Faq,
    Guide,
    Policy,
    Tutorial,
}

/// <summary>One published article in one locale, rendered.</summary>
public sealed record Article
{
    /// <summary><c>category/name</c>, the same in every locale.</summary>
    public required string Key { get; init; }

    /// <summary>The locale of the text; where a translation is missing, the default locale.</summary>
    public required string Locale { get; init; }

    public required string CategoryKey { get; init; }

    public required string CategorySlug { get; init; }

    public required string CategoryTitle { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required ArticleType Type { get; init; }

    /// <summary>What shoppers ask, in their own words.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required DateOnly Updated { get; init; }

    /// <summary>The markets that it holds for; empty for all.</summary>
    public required IReadOnlyList<string> Markets { get; init; }

    /// <summary>The SKUs of the products it is about; one that ends with <c>*</c> stands for all that begin so.</summary>
    public required IReadOnlyList<string> Products { get; init; }

    /// <summary>True only in a preview: readers do not find it yet.</summary>
    public required bool IsHeld { get; init; }

    /// <summary>The place within the category, ascending.</summary>
    public required int Order { get; init; }

    /// <summary>The body as safe HTML: no script, no raw HTML, no styles; headings start at level 2.</summary>
    public required string Html { get; init; }

    /// <summary>The body cut at its headings; the first one is what stands before any heading.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>The body's Markdown with policy values filled in and links resolved, without front matter and title.</summary>
    public required string Markdown { get; init; }

    /// <summary>The file's path below the content folder.</summary>
    public required string File { get; init; }

    /// <summary>At least 1.</summary>
    public required int ReadingMinutes { get; init; }

    /// <summary>True for a translation whose original has changed since in a section that tells what the policy grants.</summary>
    public required bool IsBehind { get; init; }

    /// <summary>The page's address for readers of the locale that it was found in.</summary>
    public required string Url { get; init; }
}
