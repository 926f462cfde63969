using System.Globalization;
using System.Text;

namespace Portal.Benchmarks;

/// <summary>A content folder of its own with as many articles as wanted: the shipped content in one or more locales, and articles made from its sentences.</summary>
internal sealed class ContentSet : IDisposable
{
    private static readonly string[] Values = ["{{returns.window}}", "{{returns.window.claim}}"];

    private static readonly string[] Syllables = ["ba", "cor", "del", "fin", "gra", "hol", "lum", "mer", "nor", "pel", "ros", "sta", "tor", "ven", "wil", "zen"];

    private readonly Random _dice = new(11);

    private ContentSet(string root) => Root = root;

    public string Root { get; }

    public static string Shipped { get; } = Path.Combine(Repository(), "content");

    /// <summary>Writes so many article files, the shipped ones among them, evenly over the locales.</summary>
    public static ContentSet Write(int articles, params string[] locales)
    {
        var set = new ContentSet(Directory.CreateTempSubdirectory("portal-bench-content-").FullName);
        foreach (var file in Directory.EnumerateFiles(Shipped, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(Shipped, file);
            var target = Path.Combine(set.Root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var site = File.ReadAllLines(Path.Combine(Shipped, "site.yaml")).Select(line =>
            line.StartsWith("locales:", StringComparison.Ordinal) ? $"locales: [{string.Join(", ", locales)}]"
            : line.Contains("{ currency:", StringComparison.Ordinal) ? string.Concat(line.AsSpan(0, line.IndexOf("locale:", StringComparison.Ordinal)), "locale: en }")
            : line);
        File.WriteAllLines(Path.Combine(set.Root, "site.yaml"), site);
        File.Delete(Path.Combine(set.Root, "redirects.yaml"));
        foreach (var locale in locales)
        {
            set.WriteArticles(locale, articles / locales.Length);
        }

        return set;
    }

    /// <summary>The file of an article that was made.</summary>
    public string Article(string locale, int number)
    {
        var category = Categories(locale)[number % Categories(locale).Count];
        return Path.Combine(category, Name(number) + ".md");
    }

    public IReadOnlyList<string> Articles(string locale) => Directory.GetFiles(Path.Combine(Root, "articles", locale), "*.md", SearchOption.AllDirectories);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void WriteArticles(string locale, int count)
    {
        var sentences = Articles(locale).Order(StringComparer.Ordinal).SelectMany(File.ReadLines)
            .Where(line => line.Length > 60 && char.IsUpper(line[0]) && line.IndexOfAny(['{', '[', '|', '*', ':', '#']) < 0 && !line.Any(char.IsDigit))
            .SelectMany(line => line.Split(". "))
            .Where(sentence => sentence.Length > 20)
            .Select(sentence => sentence.TrimEnd('.') + ".")
            .ToList();
        var made = count - Articles(locale).Count;
        for (var number = 0; number < made; number++)
        {
            File.WriteAllText(Article(locale, number), Text(locale, number, made, sentences));
        }
    }

    private string Text(string locale, int number, int all, List<string> sentences)
    {
        var (product, text) = ($"{Word()} {Word()}", new StringBuilder());
        text.Append(CultureInfo.InvariantCulture, $"""
            ---
            title: "{product} {number}"
            summary: "All about {product}, number {number}."
            type: guide
            questions: ["how do I use {product} {number}", "what is {product} {number}", "where do I get {product} {number}"]
            tags: [{product.Split(' ')[0]}, guide]
            order: {number + 100}
            updated: 2026-11-14
            slug: {Name(number)}
            ---

            """);
        text.Append(Paragraph(sentences)).Append("\n\n");
        for (var section = 1; section <= 4; section++)
        {
            var other = _dice.Next(all);
            text.Append(CultureInfo.InvariantCulture, $"## {Word()} {Word()} {{#part-{section}}}\n\n{Paragraph(sentences)} See [{Word()}](help:{Path.GetFileName(Path.GetDirectoryName(Article(locale, other)))}/{Name(other)}#part-1) and {Values[section % Values.Length]}.\n\n");
            text.Append(CultureInfo.InvariantCulture, $"- **{Word()}** {Pick(sentences)}\n- {Pick(sentences)}\n- {Pick(sentences)} [Orders](page:orders)\n\n{Paragraph(sentences)}\n\n");
        }

        return text.ToString();
    }

    private string Paragraph(List<string> sentences) => string.Join(' ', Enumerable.Range(0, 3).Select(_ => Pick(sentences)));

    private string Pick(List<string> sentences) => sentences[_dice.Next(sentences.Count)];

    // Names of things, as a shop has them: few letters of the alphabet, many words.
    private string Word() => string.Concat(Enumerable.Range(0, _dice.Next(2, 4)).Select(_ => Syllables[_dice.Next(Syllables.Length)]));

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"made-{number}");

    private List<string> Categories(string locale) => [.. Directory.GetDirectories(Path.Combine(Root, "articles", locale)).Order(StringComparer.Ordinal)];

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Portal.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Portal.sln is in no folder above.");
        }

        return folder.FullName;
    }
}
