using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Tests;

/// <summary>A content folder of its own, with the least that is valid.</summary>
internal sealed class ContentFixture : IDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public ContentFixture(params string[] locales)
    {
        Locales = locales.Length == 0 ? ["en"] : locales;
        Root = Directory.CreateTempSubdirectory("portal-content-").FullName;
        foreach (var locale in Locales)
        {
            Category(locale, "returns", locale is "de" ? "ruecksendungen" : "returns");
        }
    }

    public string Root { get; }

    public IReadOnlyList<string> Locales { get; }

    public LibraryOptions Options => new(Root, Locales, "en", (locale, category, article) => $"/{locale}/help/{category}" + (article is null ? "" : $"/{article}")) { Markets = ["US", "GB", "DE"] };

    public static string Matter(string title = "How to return", string slug = "how-to-return", string extra = "", string[]? questions = null, string tags = "returns", string type = "guide", string summary = "Send it back in three steps.") =>
        $"""
        ---
        title: "{title}"
        summary: "{summary}"
        type: {type}
        questions:
        {string.Join('\n', (questions ?? [$"How do I return something, says {slug}?", $"Can I send it back, says {slug}?", $"I do not want it any more, says {slug}"]).Select(question => $"  - \"{question}\""))}
        tags: [{tags}]
        order: 1
        updated: 2026-11-12
        slug: {slug}
        {extra}
        ---

        """.Replace("\n\n---", "\n---", StringComparison.Ordinal);

    public ContentFixture File(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, text);
        return this;
    }

    public ContentFixture Category(string locale, string key, string slug, int order = 1) =>
        File($"articles/{locale}/{key}/_category.yaml", $"title: {key}\nsummary: All about it.\norder: {order}\nslug: {slug}\n");

    public ContentFixture Article(string key, string body, string? matter = null, string locale = "en") =>
        File($"articles/{locale}/{key}.md", (matter ?? Matter(slug: key.Split('/')[1])) + body);

    public LibraryReading Read() => LibraryReader.Read(Options, new Values(), Today);

    public Library Library()
    {
        var reading = Read();
        Assert.True(reading.Library is not null, string.Join('\n', reading.Findings));
        return reading.Library;
    }

    /// <summary>The only article's HTML.</summary>
    public static string Html(string body)
    {
        using var fixture = new ContentFixture();
        using var library = fixture.Article("returns/target", "Text.\n\n## Costs {#costs}\n\nNone.\n").Article("returns/a", body)
            .File("media/mug.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 640 480'/>").File("media/oil.mp4", "").File("media/oil.vtt", "WEBVTT").File("media/oil.svg", "<svg width='320px' height='180'/>")
            .File("glossary/en.yaml", "slip: \"Return slip: a sheet & its code.\"\n").File("snippets/en/receipt.md", "Keep the **receipt**: [why](help:returns/target#costs).\n").Library();
        return library.FindByKey("en", "returns/a")!.Html;
    }

    /// <summary>What is found in the only article.</summary>
    public static IReadOnlyList<string> Findings(string body, string? matter = null)
    {
        using var fixture = new ContentFixture();
        fixture.Article("returns/target", "Text.\n\n## Costs {#costs}\n\nNone.\n").Article("returns/a", body, matter);
        return Portal.Knowledge.Checks.ContentCheck.Run(fixture.Options, new Values(), Today).Select(finding => fixture.Short(finding)).ToList();
    }

    /// <summary>The finding without the folder in front.</summary>
    public string Short(Finding finding) => finding.ToString().Replace(Root + "/", "", StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

/// <summary>A few values with awkward characters, some that differ by market.</summary>
internal sealed class Values : IPolicyValues
{
    public IReadOnlyCollection<string> Names { get; } = ["returns.window", "returns.limits.returnless", "law.withdrawal", "shop.name"];

    public string? Find(string name, string locale, string? market) => (name, market) switch
    {
        ("returns.window", _) => locale is "de" ? "30 Tage" : "30 days",
        ("returns.limits.returnless", null) => "25 in the US, 20 in DE",
        ("returns.limits.returnless", "DE") => "20,00 €",
        ("law.withdrawal", "DE") => "14 days",
        ("shop.name", _) => "Tom & *Jerry* <script>",
        _ => null,
    };
}
