using System.Text.RegularExpressions;

namespace Portal.Knowledge.Tests.Articles;

/// <summary>Runs the examples of Specs/articles.md.</summary>
public sealed partial class MarkdownSpecs
{
    public static TheoryData<string, string, string> Examples()
    {
        var examples = new TheoryData<string, string, string>();
        var page = File.ReadAllText(Path.Combine(Repository.Root, "tests/Portal.Knowledge.Tests/Specs/articles.md")).ReplaceLineEndings("\n");
        foreach (Match match in Example().Matches(page))
        {
            examples.Add(match.Groups["name"].Value, match.Groups["md"].Value, match.Groups["html"].Value);
        }

        return examples;
    }

    [Fact]
    public void Specs_Page_HasExamples() => Assert.Equal(9, Examples().Count);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Markdown_OfTheSpecs_GivesTheHtmlBesideIt(string name, string markdown, string html)
    {
        Assert.NotEmpty(name);
        Assert.Equal(html, ContentFixture.Html(markdown), ignoreLineEndingDifferences: true);
    }

    [GeneratedRegex(@"^## (?<name>[^\n]+)\n(?:(?!^````|^## )[^\n]*\n)*?````md\n(?<md>.*?)^````\n\n````html\n(?<html>.*?)^````$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Example();
}
