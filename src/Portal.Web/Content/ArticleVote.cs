using NodaTime;

namespace Portal.Web.Content;

/// <summary>What readers say of an article: whether it helped, and when not, why.</summary>
public enum Vote
{
    Yes,
    No,

    /// <summary>Given after <see cref="No"/>: it is about something else.</summary>
    OffTopic,

    /// <summary>Given after <see cref="No"/>: it is hard to understand.</summary>
    Unclear,

    /// <summary>Given after <see cref="No"/>: it is wrong or no longer true.</summary>
    Wrong,

    /// <summary>Given after <see cref="No"/>: it is clear, but the reader does not like what it says.</summary>
    Disliked,
}

/// <summary>How many readers of one locale said the same of an article on one day. Nothing about them is kept.</summary>
public sealed class ArticleVote
{
    public const int MaxLength = 200;

    /// <summary>The article's key.</summary>
    public required string Article { get; init; }

    public required string Locale { get; init; }

    /// <summary>In UTC.</summary>
    public required LocalDate Day { get; init; }

    public required Vote Vote { get; init; }

    /// <summary>At least 1.</summary>
    public required int Count { get; init; }
}
