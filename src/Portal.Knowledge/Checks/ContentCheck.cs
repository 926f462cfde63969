using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>Everything that can be said about the content without serving it.</summary>
public static class ContentCheck
{
    /// <summary>Every finding, by file and line.</summary>
    public static IReadOnlyList<Finding> Run(LibraryOptions options, IPolicyValues values, DateOnly today) =>
        LibraryReader.Read(options, values, today).Findings;
}
