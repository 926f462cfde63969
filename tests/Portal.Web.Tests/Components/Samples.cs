using Portal.Knowledge.Articles;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

/// <summary>Values that components are rendered with.</summary>
public static class Samples
{
    public static Article Article(string title = "Return an item", string summary = "What happens, and when.", string locale = "en", int minutes = 2) => new()
    {
        Key = "returns/how-to-return",
        Locale = locale,
        CategoryKey = "returns",
        CategorySlug = "returns",
        CategoryTitle = "Returns",
        Slug = "return-an-item",
        Title = title,
        Summary = summary,
        Type = ArticleType.Guide,
        Questions = [],
        Tags = [],
        Updated = new DateOnly(2026, 11, 12),
        Order = 1,
        Html = "",
        Sections = [],
        Markdown = "",
        File = "articles/en/returns/how-to-return.md",
        Markets = [],
        Products = [],
        IsHeld = false,
        IsBehind = false,
        ReadingMinutes = minutes,
        Url = "/en/help/returns/return-an-item",
    };

    public static Category Category(int articles, string title = "Returns", string summary = "Send it back.") =>
        new("returns", "en", "returns", title, summary, 1, [.. Enumerable.Range(0, articles).Select(_ => Article())]);

    public static ParcelView Parcel(int step, string? trackingUrl = "https://carrier.example/1") =>
        new("Parcel 1 of 2", "wait", "On its way", "Expected on 24 November 2026.", ["2 × Mug"], "Track it", trackingUrl, step);
}
