namespace Portal.Knowledge.Articles;

/// <summary>A place in a file; line and column count from 1.</summary>
internal sealed record Position(int Line, int Column)
{
    public static readonly Position Start = new(1, 1);

    /// <summary>The file, where it is not the one that is looked at: text of a snippet stands in its own.</summary>
    public ContentFile? File { get; init; }
}
