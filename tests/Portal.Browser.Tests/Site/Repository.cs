namespace Portal.Browser.Tests.Site;

/// <summary>Finds folders of the repository the tests were built in.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Portal.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>Where pictures of pages go.</summary>
    public static string Screenshots => Path.Combine(Root, "tests", "Portal.Browser.Tests", "screenshots");

    /// <summary>Where measurements and pictures of failures go; never committed.</summary>
    public static string Artifacts => Directory.CreateDirectory(Path.Combine(Root, "artifacts")).FullName;

    /// <summary>Copies the shipped content, so that nobody who edits it meanwhile changes what the tests see.</summary>
    public static string CopyContent(string target)
    {
        var content = Path.Combine(Root, "content");
        foreach (var file in Directory.EnumerateFiles(content, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(content, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Portal.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
