using AngleSharp.Html.Parser;
using CsCheck;
using Portal.Knowledge.Articles;
using Portal.Knowledge.Articles.Rendering;

namespace Portal.Knowledge.Tests.Articles;

/// <summary>Whatever a file holds, reading it gives findings or safe HTML, in bounded time.</summary>
public sealed class HostileContentTests
{
    private static readonly string[] Pieces =
    [
        "---", "\n", "\n\n", "title: ", "# ", "## ", "{#a}", "{{returns.window}}", "{{x", "}}", "[", "](", ")", "[a](javascript:alert(1))", "[a](JAVA\tSCRIPT:x)", "![", "(&#106;avascript:x)", "<script>alert(1)</script>",
        "<javascript:x>", "<https://x.example>", "[a](//evil.example)", "[a](data:text/html,x)", "[a](help:returns/target)", "[a](page:home)", "[a]: javascript:x\n", "> ", "> [!NOTE]\n", "> [!\"onx=", ":::steps\n", ":::\n", "| a | b |\n| - | -: |\n| c | d |\n",
        "```\"><script>\n", "`", "**", "_", "~~", "- ", "1. ", "    ", "\"", "'", "&lt;", "&#0;", "\0", "\u202e", "😀", "word", "[x](https://a.example/\"onclick=\"x)", "[x](</media/\"x>)", "[b][a]", "\\",
        ":::details \"><img onerror=x>\n", "[^1]", "[^1]: note\n", "[[Ctrl+<b>]]", "[a](term:x)", "[](help:returns/target)", "![v](/media/v.mp4 \"t\")", "{{literal 30 °C; why}}", "{{snippet x}}\n",
    ];

    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "div", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "pre", "code", "hr", "br", "em", "strong", "a", "img",
        "details", "summary", "figure", "figcaption", "video", "source", "track", "sup", "kbd", "button", "span",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "id", "class", "role", "tabindex", "aria-label", "scope", "href", "title", "rel", "src", "alt", "loading", "start",
        "decoding", "width", "height", "controls", "preload", "poster", "type", "kind", "default", "popover", "popovertarget",
    };

    [Fact]
    public void Body_AnyPieces_GivesFindingsOrSafeHtml()
    {
        using var fixture = new ContentFixture();
        var content = Content.Read(fixture.Article("returns/target", "Text.").Options, new Values(), ContentFixture.Today);
        Gen.OneOf<string>(Pieces).List[1, 40].Select(parts => string.Concat(parts)).Sample(text =>
        {
            var file = new ContentFile(ContentKind.Article, "articles/en/returns/a.md", "a.md", "en", "returns", "a", ContentFixture.Matter(slug: "a") + text);
            var findings = new List<Finding>();
            if (ArticleDraft.Read(file, new Values(), new Snippets([]), findings) is { } draft)
            {
                AssertSafe(new ArticleRenderer(content, content.Values).Render(draft, "en").Html);
            }
            else
            {
                Assert.NotEmpty(findings);
            }
        }, iter: 3000);
    }

    [Theory]
    [InlineData("[", 1)]
    [InlineData("[a](", 1)]
    [InlineData("![", 1)]
    [InlineData("**a ", 1)]
    [InlineData("*a_ ", 1)]
    [InlineData("`a``", 1)]
    [InlineData("> ", 1)]
    [InlineData("- ", 1)]
    [InlineData("1. ", 1)]
    [InlineData("<", 1)]
    [InlineData("|a", 1)]
    [InlineData("{{", 1)]
    [InlineData("&amp;", 1)]
    [InlineData("a\n", 1)]
    [InlineData("[a]: /b\n", 1)]
    [InlineData("| a ", 80)]
    [InlineData("> [!NOTE]\n", 1)]
    [InlineData(":::steps\n", 1)]
    [InlineData("<a@b.c>", 1)]
    [InlineData("\\", 1)]
    public async Task Body_OnePieceTwoHundredKilobytesLong_EndsSoon(string piece, int lines)
    {
        var line = string.Concat(Enumerable.Repeat(piece, 190_000 / piece.Length / lines));
        var text = string.Join('\n', Enumerable.Repeat(line, lines));

        var beginning = Task.Run(() => ContentFixture.Findings(text[..Math.Min(text.Length, 7_000)], ContentFixture.Matter(slug: "a")));
        var whole = Task.Run(() => ContentFixture.Findings(text, ContentFixture.Matter(slug: "a")));

        Assert.Same(whole, await Task.WhenAny(whole, Task.Delay(TimeSpan.FromSeconds(8))));
        Assert.Same(beginning, await Task.WhenAny(beginning, Task.Delay(TimeSpan.FromSeconds(8))));
        await whole;
        await beginning;
    }

    [Fact]
    public void Article_ShippedAndMutated_LoadsOrIsReportedWithItsPlace()
    {
        var shipped = Directory.GetFiles(Path.Combine(Repository.Root, "content", "articles"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        using var fixture = new ContentFixture();
        var content = Content.Read(fixture.Article("returns/target", "Text.").Options, new Values(), ContentFixture.Today);
        var renderer = new ArticleRenderer(content, content.Values);
        var change = Gen.Select(Gen.Double[0, 1], Gen.Int[0, 40], Gen.OneOf<string>(Gen.OneOf<string>(Pieces), Gen.String[0, 5], Gen.OneOf<string>("&a ", "*a ", "!!x ", "{", "? ", "%", "\"\\ud800\"", "|\n", "\t")));
        Gen.Select(Gen.OneOf<string>(shipped), change.List[1, 6]).Sample((article, changes) =>
        {
            var text = changes.Aggregate(article, (text, change) =>
            {
                var at = (int)(change.Item1 * text.Length);
                return text[..at] + change.Item3 + text[Math.Min(text.Length, at + change.Item2)..];
            });
            var file = new ContentFile(ContentKind.Article, "articles/en/returns/a.md", "a.md", "en", "returns", "a", text.ReplaceLineEndings("\n"));
            var findings = new List<Finding>();
            if (ArticleDraft.Read(file, new Values(), new Snippets([]), findings) is { } draft)
            {
                AssertSafe(renderer.Render(draft, "en").Html);
            }
            else
            {
                Assert.NotEmpty(findings);
            }

            Assert.All(findings, finding => Assert.True(finding is { File: "a.md", Line: >= 1, Column: >= 1, Message.Length: > 0 }, finding.ToString()));
        }, iter: IsLong ? 100_000 : 1_000);
    }

    private static bool IsLong => Environment.GetEnvironmentVariable("PORTAL_LONG") is "1";

    private static void AssertSafe(string html)
    {
        var page = new HtmlParser().ParseDocument("<!DOCTYPE html><html><body>" + html).Body!;
        foreach (var element in page.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Allowed);
            Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, Attributes));
            AssertAddress(element.GetAttribute("href"));
            Assert.True(element.GetAttribute("src")?.StartsWith("/media/", StringComparison.Ordinal) ?? true);
        }
    }

    private static void AssertAddress(string? address) =>
        Assert.True(address is null || address.StartsWith('#') || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal))
            || address.Split(':')[0] is "http" or "https" or "mailto" or "tel", address);
}
