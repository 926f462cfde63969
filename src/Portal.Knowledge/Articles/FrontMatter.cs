namespace Portal.Knowledge.Articles;

/// <summary>What stands above an article's text.</summary>
internal sealed record FrontMatter
{
    private static readonly Dictionary<string, ArticleType> Types =
        Enum.GetValues<ArticleType>().ToDictionary(type => type.ToString().ToLowerInvariant(), StringComparer.Ordinal);

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
            Title = schema.Text("title", 70),
            Summary = schema.Text("summary", 180),
            Type = schema.Choice("type", Types),
            Questions = schema.Texts("questions", 40, 200),
            Tags = schema.Texts("tags", 20, 40),
            Order = schema.Whole("order"),
            Updated = schema.Day("updated"),
            Review = schema.Optional("review") ? schema.Day("review") : null,
            Slug = schema.Slug("slug"),
            IsDraft = schema.Optional("draft") && schema.Flag("draft"),
            Publish = schema.Optional("publish") ? schema.Day("publish") : null,
            Markets = schema.Optional("markets") ? schema.Texts("markets", 250, 2) : [],
            RedirectFrom = schema.Optional("redirectFrom") ? schema.Texts("redirectFrom", 50, 300) : [],
            Products = schema.Optional("products") ? schema.Texts("products", 200, 64) : [],
            Source = schema.Optional("source") ? schema.Texts("source", 200, 120) : [],
            Positions = schema.Positions(),
        };
        if (schema.Optional("accepted"))
        {
            schema.Text("accepted", 300);
        }

        schema.Close();
        return matter;
    }
}
