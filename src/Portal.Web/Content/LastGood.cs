namespace Portal.Web.Content;

/// <summary>Keeps a copy of the last content that was good, so that a later start with broken content still serves.</summary>
public static class LastGood
{
    /// <summary>Replaces <paramref name="copy"/> by the files of a folder; hidden files and folders stay out. Nothing is kept of files that have changed since they were read.</summary>
    /// <param name="read">The folder as it was read.</param>
    /// <param name="copy">Where it is kept.</param>
    public static void Keep(ContentStamp read, string copy)
    {
        ArgumentNullException.ThrowIfNull(read);
        var (fresh, old) = (copy + ".new", Old(copy));
        Delete(fresh);
        foreach (var file in ContentFiles.Below(read.Root))
        {
            var target = Path.Combine(fresh, Path.GetRelativePath(read.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        if (ContentStamp.Of(read.Root) != read)
        {
            Delete(fresh);
            return;
        }

        // At every moment one of the two is whole.
        Delete(old);
        if (Directory.Exists(copy))
        {
            Directory.Move(copy, old);
        }

        Directory.Move(fresh, copy);
        Delete(old);
    }

    /// <summary>The copy that is whole; null when there is none.</summary>
    public static string? Find(string copy) => new[] { copy, Old(copy) }.FirstOrDefault(Directory.Exists);

    private static string Old(string copy) => copy + ".old";

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
