namespace Portal.Knowledge.Search;

/// <summary>A part of an article that is searched.</summary>
/// <param name="Name">The field with folded words.</param>
/// <param name="Weight">How much a match weighs.</param>
/// <param name="LengthInfluence">How much a match weighs less where the field is longer than usual, 0 to 1 (b of BM25).</param>
internal sealed record SearchField(string Name, float Weight, float LengthInfluence)
{
    public static readonly SearchField Title = new("title", 4f, 0.3f);
    public static readonly SearchField Questions = new("questions", 3f, 0f);
    public static readonly SearchField Headings = new("headings", 2.4f, 0f);
    public static readonly SearchField Tags = new("tags", 2f, 0f);
    public static readonly SearchField Body = new("body", 1.5f, 0.75f);

    /// <summary>The whole article, stemmed only: it lets a query match whose words stand in different sections.</summary>
    public static readonly SearchField Whole = new("whole", 0.3f, 0.75f);

    /// <summary>Runs of letters of what the article is about.</summary>
    public static readonly SearchField Letters = new("letters", 0.2f, 0.5f);

    public static IReadOnlyList<SearchField> All { get; } = [Title, Questions, Headings, Tags, Body];

    /// <summary>The subfield with stems.</summary>
    public string Stemmed => Name + "~";
}
