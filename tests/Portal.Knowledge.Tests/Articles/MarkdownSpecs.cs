using System.Text.RegularExpressions;

namespace Portal.Knowledge.Tests.Articles;

/// <summary>Runs the examples of Specs/articles.md. <c>PORTAL_WRITE=1</c> writes what readers get, to be read before it is committed.</summary>
public sealed partial class MarkdownSpecs
{
    private static readonly string Page = Path.Combine(Repository.Root, "tests/Portal.Knowledge.Tests/Specs/articles.md");

    public static TheoryData<string, string, string> Examples()
    {
        var examples = new TheoryData<string, string, string>();
        var page = File.ReadAllText(Page).ReplaceLineEndings("\n");
        foreach (Match match in Example().Matches(page))
        {
            examples.Add(match.Groups["name"].Value, match.Groups["md"].Value, match.Groups["html"].Value);
        }

        return examples;
    }

    [Fact]
    public void Specs_Page_HasExamples() => Assert.Equal(18, Examples().Count);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Markdown_OfTheSpecs_GivesTheHtmlBesideIt(string name, string markdown, string html)
    {
        Assert.NotEmpty(name);
        var given = ContentFixture.Html(markdown);
        if (Environment.GetEnvironmentVariable("PORTAL_WRITE") is "1")
        {
            var page = File.ReadAllText(Page);
            var at = page.IndexOf($"## {name}\n", StringComparison.Ordinal);
            var start = page.IndexOf("````html\n", at, StringComparison.Ordinal) + "````html\n".Length;
            File.WriteAllText(Page, page[..start] + given + page[page.IndexOf("````", start, StringComparison.Ordinal)..]);
        }

        Assert.Equal(html, given, ignoreLineEndingDifferences: true);
    }

    [GeneratedRegex(@"^## (?<name>[^\n]+)\n(?:(?!^````|^## )[^\n]*\n)*?````md\n(?<md>.*?)^````\n\n````html\n(?<html>.*?)^````$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Example();
}
