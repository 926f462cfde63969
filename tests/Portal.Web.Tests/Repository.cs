namespace Portal.Web.Tests;

/// <summary>Finds folders of the repository the tests were built in.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Portal.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>The shipped content.</summary>
    public static string Content => Path.Combine(Root, "content");

    /// <summary>What a run of the tests leaves behind for people to read.</summary>
    public static string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>Copies the shipped content into a folder that a test may change.</summary>
    public static string CopyContent(string target) => CopyFolder(Content, target);

    /// <summary>Copies a folder with everything in it.</summary>
    public static string CopyFolder(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
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
