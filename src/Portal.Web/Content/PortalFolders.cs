namespace Portal.Web.Content;

/// <summary>The folders the portal reads and writes. Relative paths of the configuration mean the folder the person stands in.</summary>
public sealed class PortalFolders(IConfiguration configuration)
{
    /// <summary>Articles, policies and site settings: <c>Content:Root</c>, else the folder named <c>content</c> that is found.</summary>
    public string Content { get; } = configuration["Content:Root"] is { Length: > 0 } root ? Path.GetFullPath(root) : Find("content", "site.yaml");

    /// <summary>True where editors see a branch of the content with what is held back (<c>Content:Preview</c>); its data lie apart from those of the shop.</summary>
    public bool IsPreview { get; } = configuration.GetValue<bool>("Content:Preview");

    /// <summary>The database, keys and caches: <c>Data:Root</c>, else <c>data</c>; for a preview <c>preview</c> below it.</summary>
    public string Data { get; } = Path.GetFullPath(Path.Combine(
        configuration["Data:Root"] is { Length: > 0 } root ? root : "data",
        configuration.GetValue<bool>("Content:Preview") ? "preview" : ""));

    /// <summary>Where the last good content is kept.</summary>
    public string LastGoodContent => Path.Combine(Data, "content-last-good");

    /// <summary>The folder of stylesheets, scripts and images.</summary>
    public static string WebRoot { get; } = Find("wwwroot", Path.Combine("css", "site.css"));

    // Beside the person, beside the program (as published), or in the repository the program was built in.
    private static string Find(string name, string marker)
    {
        var candidates = new List<string> { Path.GetFullPath(name), Path.Combine(AppContext.BaseDirectory, name) };
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Portal.sln")))
            {
                candidates.Add(Path.Combine(folder.FullName, name));
                break;
            }
        }

        return candidates.FirstOrDefault(candidate => File.Exists(Path.Combine(candidate, marker))) ?? candidates[0];
    }
}
