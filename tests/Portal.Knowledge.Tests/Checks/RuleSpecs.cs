using System.Text.RegularExpressions;
using Portal.Knowledge.Articles;
using Portal.Knowledge.Checks;
using Portal.Knowledge.Drift;

namespace Portal.Knowledge.Tests.Checks;

/// <summary>
/// Runs the pages of Specs/checks: for every finding that a rule can report, files that keep the rule, and files that do not with what is said.
/// <c>PORTAL_WRITE=1</c> writes what is said into the pages, to be read before it is committed.
/// </summary>
public sealed partial class RuleSpecs
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/Portal.Knowledge.Tests/Specs/checks");

    public static TheoryData<string> Codes() => [.. Directory.GetFiles(Folder).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Rule_Good_IsSilent(string code) => Assert.Empty(Findings(Page(code).Good, code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Rule_Bad_IsReported(string code)
    {
        var page = Page(code);
        var found = string.Concat(Findings(page.Bad, code).Select(finding => finding + "\n"));
        if (Environment.GetEnvironmentVariable("PORTAL_WRITE") is "1")
        {
            var file = Path.Combine(Folder, code + ".md");
            File.WriteAllText(file, Expected().Replace(File.ReadAllText(file), _ => $"````findings\n{found}````", 1));
        }

        Assert.NotEmpty(found);
        Assert.Equal(page.Expected, found);
    }

    [Fact]
    public void Rules_EveryCodeOfEveryRule_HasAPage()
    {
        var rules = Directory.GetFiles(Path.Combine(Repository.Root, "src/Portal.Knowledge/Checks"), "*Rule.cs").Select(File.ReadAllText).ToList();
        Assert.NotEmpty(rules);
        Assert.Empty(rules.SelectMany(rule => Code().Matches(rule).Select(match => match.Groups["code"].Value)).Except(Codes().Select(row => row.Data), StringComparer.Ordinal));
    }

    private static List<string> Findings(IReadOnlyList<(string Path, string Matter, string Text)> files, string code)
    {
        var locales = files.Select(file => file.Path.Split('/')).Where(parts => parts[0] == "articles").Select(parts => parts[1]).Prepend("en").Distinct(StringComparer.Ordinal).ToArray();
        using var fixture = new ContentFixture(locales);
        foreach (var (path, matter, text) in files)
        {
            fixture.File(path, path.StartsWith("articles/", StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal) ? Matter(path, matter) + text : text);
        }

        var hashes = Hashes(fixture);
        foreach (var (path, matter, text) in files.Where(file => file.Matter.Contains("HEAD", StringComparison.Ordinal)))
        {
            fixture.File(path, Matter(path, matter.Replace("head HEAD", hashes[0], StringComparison.Ordinal).Replace("start START", hashes[1], StringComparison.Ordinal)) + text);
        }

        return ContentCheck.Run(fixture.Options, new Values(), ContentFixture.Today).Where(finding => finding.Code == code).Select(fixture.Short).ToList();
    }

    // What a translation of the article a records that was made from it as it is.
    private static List<string> Hashes(ContentFixture fixture) =>
        Content.Read(fixture.Options, new Values(), ContentFixture.Today).Find("en", "returns/a") is { } original ? SectionHash.Of(original).Select(hash => hash.ToString()).ToList() : [];

    private static string Matter(string path, string written)
    {
        var (key, value) = written.Split(": ", 2) is [var name, var text] ? (name, text) : ("", "");
        var slug = Path.GetFileNameWithoutExtension(path);
        return key switch
        {
            "questions" => ContentFixture.Matter(slug: slug, questions: value.Split(',')),
            "slug" => ContentFixture.Matter(slug: value),
            "source" => ContentFixture.Matter(slug: slug, questions: Questions(slug), extra: $"source: [{string.Join(", ", value.Split(','))}]"),
            _ => ContentFixture.Matter(slug: slug, questions: Questions(slug), extra: written),
        };
    }

    private static string[] Questions(string slug) => [$"What is {slug}", $"Where is {slug}", $"When is {slug}"];

    private static (IReadOnlyList<(string, string, string)> Good, IReadOnlyList<(string, string, string)> Bad, string Expected) Page(string code)
    {
        var page = File.ReadAllText(Path.Combine(Folder, code + ".md")).ReplaceLineEndings("\n");
        var halves = page.Split("\n## Bad\n");
        return (Files(halves[0]), Files(halves[1]), Expected().Match(halves[1]).Groups["text"].Value);
    }

    private static List<(string, string, string)> Files(string half) =>
        Written().Matches(half).Select(match => (match.Groups["path"].Value, match.Groups["matter"].Value, match.Groups["text"].Value)).ToList();

    [GeneratedRegex(@"^````md (?<path>\S+)(?: (?<matter>[^\n]+))?\n(?<text>.*?)^````$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Written();

    [GeneratedRegex(@"^````findings\n(?<text>.*?)^````$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Expected();

    [GeneratedRegex(@"\.(?:Error|Warning)\(\s*""(?<code>[a-z-]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Code();
}
