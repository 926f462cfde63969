namespace Portal.Web.Content;

/// <summary>What a content folder looks like at one moment: which real folder it is, and the names, times and sizes of its files.</summary>
/// <param name="Root">The folder with every link on the way to it followed.</param>
/// <param name="Files">The same while no file has changed.</param>
public sealed record ContentStamp(string Root, int Files)
{
    /// <summary>Looks at a folder; one that is not there has no files.</summary>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be read.</exception>
    public static ContentStamp Of(string content)
    {
        var root = Real(content);
        return new ContentStamp(root, Directory.Exists(root) ? StampOf(root) : 0);
    }

    /// <summary>The same folder without links: what is read below it stays together when a link on the way is switched.</summary>
    public static string Real(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        foreach (var part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            if (new DirectoryInfo(real) is { LinkTarget: not null, Exists: true } link)
            {
                real = Real(link.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
            }
        }

        return real;
    }

    /// <summary>True while git writes the checkout that a folder belongs to.</summary>
    /// <param name="root">Without links.</param>
    public static bool IsBeingWritten(string root)
    {
        for (var folder = new DirectoryInfo(root); folder is not null; folder = folder.Parent)
        {
            var git = Path.Combine(folder.FullName, ".git");
            if (Directory.Exists(git))
            {
                return File.Exists(Path.Combine(git, "index.lock"));
            }

            // A second work tree has a file there that names its folder.
            if (File.Exists(git))
            {
                var named = File.ReadAllText(git).Trim();
                return named.StartsWith("gitdir: ", StringComparison.Ordinal) && File.Exists(Path.Combine(folder.FullName, named["gitdir: ".Length..], "index.lock"));
            }
        }

        return false;
    }

    private static int StampOf(string root)
    {
        var stamp = default(HashCode);
        foreach (var path in ContentFiles.Below(root))
        {
            // Mounted folders swap what a link points to and leave the link alone.
            var file = File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path);
            stamp.Add(path, StringComparer.Ordinal);
            stamp.Add(file.Exists ? file.LastWriteTimeUtc.Ticks : 0);
            stamp.Add(file.Exists ? file.Length : 0);
        }

        return stamp.ToHashCode();
    }
}
