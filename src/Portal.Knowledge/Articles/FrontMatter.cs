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
            Positions = schema.Positions(),
        };
        schema.Close();
        return matter;
    }
}
