namespace Portal.Knowledge.Articles;

/// <summary>A place in a file; line and column count from 1.</summary>
internal sealed record Position(int Line, int Column)
{
    public static readonly Position Start = new(1, 1);
}
