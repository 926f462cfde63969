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
    ];

    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "div", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "pre", "code", "hr", "br", "em", "strong", "a", "img",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "id", "class", "role", "tabindex", "aria-label", "scope", "href", "title", "rel", "src", "alt", "loading", "start",
    };

    [Fact]
    public void Body_AnyPieces_GivesFindingsOrSafeHtml()
    {
        using var fixture = new ContentFixture();
        var content = Content.Read(fixture.Article("returns/target", "Text.").Options, new Values(), ContentFixture.Today);
        Gen.OneOf<string>(Pieces).List[1, 40].Select(parts => string.Concat(parts)).Sample(text =>
        {
            var file = new ContentFile("articles/en/returns/a.md", "a.md", "en", "returns", "a", ContentFixture.Matter(slug: "a") + text);
            var findings = new List<Finding>();
            if (ArticleDraft.Read(file, new Values(), findings) is { } draft)
            {
                AssertSafe(new ArticleRenderer(content).Render(draft).Html);
            }
            else
            {
                Assert.NotEmpty(findings);
            }
        }, iter: 3000);
    }

    [Fact]
    public void File_AnyMutation_GivesFindingsOrADraft()
    {
        var original = ContentFixture.Matter(slug: "a", extra: "review: 2027-01-01") + "Text with [a link](help:returns/target).\n\n## Heading\n\n| a | b |\n| - | - |\n| c | d |\n";
        Gen.Select(Gen.Int[0, original.Length - 1], Gen.Int[0, 30], Gen.OneOf<string>(Gen.OneOf<string>(Pieces), Gen.String[0, 5], Gen.OneOf<string>("&a ", "*a ", "!!x ", "{", "? ", "%", "\"\\ud800\"", "|\n", "\t"))).List[1, 4].Sample(mutations =>
        {
            var text = original;
            foreach (var (at, length, piece) in mutations)
            {
                var start = Math.Min(at, text.Length);
                text = text[..start] + piece + text[Math.Min(text.Length, start + length)..];
            }

            var findings = new List<Finding>();
            var file = new ContentFile("articles/en/returns/a.md", "a.md", "en", "returns", "a", text.ReplaceLineEndings("\n"));
            var draft = ArticleDraft.Read(file, new Values(), findings);
            Assert.True(draft is not null || findings.Count > 0);
            Assert.All(findings, finding => Assert.True(finding is { Line: > 0, Column: > 0 }));
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
