namespace Portal.Knowledge.Articles;

/// <summary>What stands above an article's text.</summary>
internal sealed record FrontMatter
{
    // How many items a list may have, and how many characters a text.
    public const int LongestTitle = 70;
    public const int LongestSummary = 180;
    public const int MostQuestions = 40;
    public const int LongestQuestion = 200;
    public const int MostTags = 20;
    public const int LongestTag = 40;
    public const int MostMarkets = 250;
    public const int LongestMarket = 2;
    public const int MostRedirects = 50;
    public const int LongestRedirect = 300;
    public const int MostProducts = 200;
    public const int LongestProduct = 64;
    public const int MostSources = 200;
    public const int LongestSource = 120;
    public const int LongestReason = 300;

    private static readonly Dictionary<string, ArticleType> Types =
        Enum.GetValues<ArticleType>().ToDictionary(type => type.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static IReadOnlyCollection<string> TypeNames => Types.Keys;

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required ArticleType Type { get; init; }

    public required IReadOnlyList<string> Questions { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required int Order { get; init; }

    public required DateOnly Updated { get; init; }

    public required DateOnly? Review { get; init; }

    public required string Slug { get; init; }

    public required bool IsDraft { get; init; }

    /// <summary>The first day on which readers find it; null for at once.</summary>
    public required DateOnly? Publish { get; init; }

    /// <summary>The markets that it holds for; empty for all.</summary>
    public required IReadOnlyList<string> Markets { get; init; }

    /// <summary>Addresses that led to it once.</summary>
    public required IReadOnlyList<string> RedirectFrom { get; init; }

    /// <summary>The SKUs of the products it is about; one that ends with <c>*</c> stands for all that begin so.</summary>
    public required IReadOnlyList<string> Products { get; init; }

    /// <summary>Of a translation: the sections of the original that it was made from, each with its hash; empty where nobody recorded it.</summary>
    public required IReadOnlyList<string> Source { get; init; }

    public required IReadOnlyDictionary<string, Position> Positions { get; init; }

    /// <summary>Where a key's value stands; the file's start where the key is not written.</summary>
    public Position At(string key) => Positions.GetValueOrDefault(key, Position.Start);

    public static FrontMatter? Read(ContentFile file, string yaml, List<Finding> findings)
    {
        if (YamlFields.Read(file, yaml, 1, findings) is not { } fields)
        {
            return null;
        }

        var schema = new Schema(file, fields, Position.Start, findings);
        var matter = new FrontMatter
        {
            Title = schema.Text("title", LongestTitle),
            Summary = schema.Text("summary", LongestSummary),
            Type = schema.Choice("type", Types),
            Questions = schema.Texts("questions", MostQuestions, LongestQuestion),
            Tags = schema.Texts("tags", MostTags, LongestTag),
            Order = schema.Whole("order"),
            Updated = schema.Day("updated"),
            Review = schema.Optional("review") ? schema.Day("review") : null,
            Slug = schema.Slug("slug"),
            IsDraft = schema.Optional("draft") && schema.Flag("draft"),
            Publish = schema.Optional("publish") ? schema.Day("publish") : null,
            Markets = schema.Optional("markets") ? schema.Texts("markets", MostMarkets, LongestMarket) : [],
            RedirectFrom = schema.Optional("redirectFrom") ? schema.Texts("redirectFrom", MostRedirects, LongestRedirect) : [],
            Products = schema.Optional("products") ? schema.Texts("products", MostProducts, LongestProduct) : [],
            Source = schema.Optional("source") ? schema.Texts("source", MostSources, LongestSource) : [],
            Positions = schema.Positions(),
        };
        if (schema.Optional("accepted"))
        {
            schema.Text("accepted", LongestReason);
        }

        schema.Close();
        return matter;
    }
}
