using System.Collections.Concurrent;
using System.Text;

namespace Portal.Knowledge.Articles;

/// <summary>Reads the files below <c>articles</c>, within limits, and says what does not belong there.</summary>
internal sealed class ContentFolder(LibraryOptions options)
{
    /// <summary>Bytes.</summary>
    public const int LargestFile = 200 * 1024;

    public const string CategoryName = "_category";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Hidden files belong to editors and to whatever mounts the folder, never to the library.
    private static readonly EnumerationOptions Visible = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden, IgnoreInaccessible = false };

    private readonly ConcurrentQueue<Finding> _findings = [];

    public IReadOnlyCollection<Finding> Findings => _findings;

    /// <summary>Every article and category file of the locales that are read, by path.</summary>
    public IReadOnlyList<ContentFile> Read()
    {
        if (!Directory.Exists(options.Root))
        {
            Report(Severity.Error, "no-content", options.Root, "The content folder does not exist.", "Create it, or name another one in Content:Root.");
            return [];
        }

        return
        [
            .. options.Locales.SelectMany(ReadLocale),
            .. options.Locales.SelectMany(ReadSnippets),
            .. options.Locales.Select(locale => ReadOne(ContentKind.Glossary, $"glossary/{locale}.yaml", locale)).OfType<ContentFile>(),
            .. ReadOne(ContentKind.Redirects, Redirect.FileName, "") is { } redirects ? new[] { redirects } : [],
        ];
    }

    private List<ContentFile> ReadLocale(string locale)
    {
        var folder = Path.Combine(options.Root, "articles", locale);
        if (!Directory.Exists(folder))
        {
            var weight = string.Equals(locale, options.DefaultLocale, StringComparison.OrdinalIgnoreCase) ? Severity.Error : Severity.Warning;
            Report(weight, "no-locale", folder, $"There are no articles in \"{locale}\".", "Create the folder, or take the locale out of site.yaml.");
            return [];
        }

        try
        {
            return Directory.EnumerateFiles(folder, "*", Visible)
                .Where(path => Path.GetExtension(path) is ".md" or ".yaml" or ".yml")
                .Order(StringComparer.Ordinal)
                .ToList()
                .AsParallel()
                .AsOrdered()
                .Select(path => ReadFile(locale, folder, path))
                .OfType<ContentFile>()
                .ToList();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Report(Severity.Error, "unreadable", folder, $"The folder cannot be read: {failure.Message}", null);
            return [];
        }
    }

    private IEnumerable<ContentFile> ReadSnippets(string locale)
    {
        var folder = Path.Combine(options.Root, "snippets", locale);
        return !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, "*.md", Visible)
            .Order(StringComparer.Ordinal)
            .Select(path => ReadOne(ContentKind.Snippet, Path.GetRelativePath(options.Root, path).Replace('\\', '/'), locale))
            .OfType<ContentFile>();
    }

    private ContentFile? ReadOne(ContentKind kind, string path, string locale)
    {
        var full = Path.Combine(options.Root, path);
        return File.Exists(full) && ReadText(full) is { } text ? new ContentFile(kind, path, full, locale, "", Path.GetFileNameWithoutExtension(full), text) : null;
    }

    private ContentFile? ReadFile(string locale, string folder, string path)
    {
        var parts = Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar);
        var isArticle = Path.GetExtension(path) is ".md";
        var name = Path.GetFileNameWithoutExtension(path);
        if (parts.Length != 2 || (!isArticle && !string.Equals(parts[1], CategoryName + ".yaml", StringComparison.Ordinal)))
        {
            Report(Severity.Error, "misplaced-file", path, "This file has no place here.", "Articles are articles/<locale>/<category>/<name>.md, beside one _category.yaml.");
            return null;
        }

        if (!IsKeyPart(parts[0]) || (isArticle && !IsKeyPart(name)))
        {
            Report(Severity.Error, "file-name", path, "The names of categories and articles are lower-case letters a-z, digits and hyphens.", "Rename it; readers see the slug, not this name.");
            return null;
        }

        var text = ReadText(path);
        return text is null ? null : new ContentFile(isArticle ? ContentKind.Article : ContentKind.Category, $"articles/{locale}/{parts[0]}/{parts[1]}", path, locale, parts[0], name, text);
    }

    private string? ReadText(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile)
            {
                Report(Severity.Error, "too-large", path, "The file is larger than 200 KB.", "Split it.");
                return null;
            }

            return Strict.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            Report(Severity.Error, "encoding", path, "The file is not valid UTF-8.", "Save it as UTF-8.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Report(Severity.Error, "unreadable", path, $"The file cannot be read: {failure.Message}", null);
        }

        return null;
    }

    public static bool IsKeyPart(string name) =>
        name.Length is > 0 and <= 80 && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    private void Report(Severity severity, string code, string path, string message, string? fix) =>
        _findings.Enqueue(new Finding(severity, code, path, 1, 1, message, fix));
}
