using System.Globalization;

namespace Portal.Knowledge.Articles;

/// <summary>Begins an article: a draft in every locale, with everything that its front matter needs.</summary>
public static class ArticleScaffold
{
    /// <summary>Writes <c>articles/&lt;locale&gt;/&lt;key&gt;.md</c> for every locale, and <c>_category.yaml</c> where the category is new. Files that are there stay as they are.</summary>
    /// <param name="options">Where, and in which locales.</param>
    /// <param name="key"><c>category/name</c>, of lower-case letters a–z, digits and hyphens.</param>
    /// <param name="title">The title in the default locale, at most 70 characters.</param>
    /// <param name="type">What kind of answer it gives.</param>
    /// <param name="today">The day it was written, and from which its review is a year away.</param>
    /// <returns>The files that were written, in the order of the locales.</returns>
    /// <exception cref="ArgumentException">The key or the title cannot be.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static IReadOnlyList<string> Write(LibraryOptions options, string key, string title, ArticleType type, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(title);
        if (key.Split('/') is not [var category, var name] || !ContentFolder.IsKeyPart(category) || !ContentFolder.IsKeyPart(name))
        {
            throw new ArgumentException($"\"{key}\" is no key: write category/name, of lower-case letters a-z, digits and hyphens.", nameof(key));
        }

        if (title.Trim().Length is 0 or > 70)
        {
            throw new ArgumentException("A title has 1 to 70 characters.", nameof(title));
        }

        List<string> written = [];
        foreach (var folder in options.Locales.Select(locale => Path.Combine(options.Root, "articles", locale, category)))
        {
            Directory.CreateDirectory(folder);
            WriteNew(written, Path.Combine(folder, "_category.yaml"), Category(category));
            WriteNew(written, Path.Combine(folder, name + ".md"), Article(name, title.Trim(), type, today));
        }

        return written;
    }

    private static void WriteNew(List<string> written, string path, string text)
    {
        if (!File.Exists(path))
        {
            File.WriteAllText(path, text);
            written.Add(path);
        }
    }

    private static string Category(string key) => $"""
        title: "{char.ToUpperInvariant(key[0])}{key[1..].Replace('-', ' ')}"
        summary: "One sentence that says what readers find here."
        order: 99
        slug: {key}

        """;

    private static string Article(string name, string title, ArticleType type, DateOnly today) => string.Create(CultureInfo.InvariantCulture, $$"""
        ---
        title: "{{title.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}}"
        summary: "One sentence that answers the question, at most 180 characters."
        type: {{type.ToString().ToLowerInvariant()}}
        questions:
          - "{{name}}: what readers type into the search box"
          - "{{name}}: another way to ask it"
          - "{{name}}: and one more, three to eight in all"
        tags: [{{name}}]
        order: 99
        updated: {{today:yyyy-MM-dd}}
        review: {{today.AddYears(1):yyyy-MM-dd}}
        draft: true
        slug: {{name}}
        ---
        Answer the question in the first sentence.

        ## What to do {#steps}

        :::steps
        1. **First this.** Say why.
        2. **Then that.**
        :::

        """);
}
