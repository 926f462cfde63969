namespace Portal.Web.Content;

/// <summary>The files of a content folder: all but hidden ones and those in hidden folders, which belong to editors, to git and to whatever mounts the folder.</summary>
public static class ContentFiles
{
    private static readonly EnumerationOptions Visible = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden,
        IgnoreInaccessible = false,
    };

    /// <summary>The paths below <paramref name="root"/>, in ordinal order.</summary>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read.</exception>
    public static IReadOnlyList<string> Below(string root) => Directory.EnumerateFiles(root, "*", Visible).Order(StringComparer.Ordinal).ToList();
}
