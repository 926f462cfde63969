namespace Portal.Web.Content;

/// <summary>Keeps a copy of the last content that was good, so that a later start with broken content still serves.</summary>
public static class LastGood
{
    /// <summary>Replaces <paramref name="copy"/> by the files of <paramref name="root"/>; hidden files and folders stay out.</summary>
    public static void Keep(string root, string copy)
    {
        var fresh = copy + ".new";
        if (Directory.Exists(fresh))
        {
            Directory.Delete(fresh, recursive: true);
        }

        foreach (var file in ContentFiles.Below(root))
        {
            var target = Path.Combine(fresh, Path.GetRelativePath(root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        if (Directory.Exists(copy))
        {
            Directory.Delete(copy, recursive: true);
        }

        Directory.Move(fresh, copy);
    }
}
