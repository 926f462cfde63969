using System.Text.Json;

namespace Portal.Web.Tests.Commands;

/// <summary>What an editor types before committing content.</summary>
public sealed class ContentCommandTests : IDisposable
{
    private const string Article = "articles/en/returns/gifts.md";

    private readonly CommandRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Check_ShippedContent_HasNoFinding() =>
        Assert.Equal(new CommandResult(0, "0 errors, 0 warnings\n", ""), await _room.RunAsync("content", "check", "--date", "2026-11-23"));

    [Fact]
    public async Task Check_Findings_AreTextAnnotationsOrSarif()
    {
        Spoil("[x](help:returns/gitfs)\n\nhttps://example.com\n");

        var text = await RunAsync("check");
        Assert.Equal((1, ""), (text.Status, text.Errors));
        Assert.Matches(@"gifts\.md:[0-9]+:1: error unknown-link: There is no article ""returns/gitfs""\. — Did you mean ""returns/gifts""\?", text.Output);
        Assert.EndsWith("1 errors, 11 warnings\n", text.Output, StringComparison.Ordinal);

        var github = await RunAsync("check", "--format", "github");
        Assert.Equal(1, github.Status);
        Assert.Matches(@"(?m)^::error file=content/articles/en/returns/gifts\.md,line=[0-9]+,col=1,title=unknown-link::There is no article ""returns/gitfs""\. Did you mean ""returns/gifts""\?$", github.Output);

        var sarif = await RunAsync("check", "--format", "sarif");
        using var log = JsonDocument.Parse(sarif.Output);
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        var result = log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Single(one => one.GetProperty("level").GetString() == "error");
        Assert.Equal("unknown-link", result.GetProperty("ruleId").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("content/articles/en/returns/gifts.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(1, place.GetProperty("region").GetProperty("startColumn").GetInt32());
    }

    [Fact]
    public async Task Check_Date_DecidesWhatHasExpired()
    {
        Copy();
        Assert.DoesNotContain("review-", (await RunAsync("check", "--date", "2026-11-23")).Output, StringComparison.Ordinal);
        Assert.Contains("warning review-due: ", (await RunAsync("check", "--date", "2030-01-01")).Output, StringComparison.Ordinal);
        var wrong = await RunAsync("check", "--date", "tomorrow");
        Assert.NotEqual(0, wrong.Status);
        Assert.Contains("'tomorrow' is no day; write it as 2026-11-30.", wrong.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Fix_MendsAndTellsWhatIsLeft()
    {
        Spoil("[x](help:returns/gitfs)\n");
        var mended = await RunAsync("check", "--fix");
        Assert.Equal(0, mended.Status);
        Assert.Matches(@"gifts\.md:[0-9]+: help:returns/gitfs → help:returns/gifts", mended.Errors);
        Assert.Contains("[x](help:returns/gifts)", await File.ReadAllTextAsync(At(Article)), StringComparison.Ordinal);
        Assert.DoesNotContain("unknown-link", mended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_ChangedOriginal_IsListedUntilItIsAccepted()
    {
        Copy();
        Assert.Equal("0 missing, 0 behind, 0 unrecorded\n", (await RunAsync("drift")).Output);
        Spoil("One more sentence.\n", isCopied: true);
        File.Delete(At("articles/fr/returns/gifts.md"));

        var table = await RunAsync("drift");
        Assert.Equal(0, table.Status);
        Assert.Matches(@"(?m)^de  Behind      returns/gifts: [a-z-]+", table.Output);
        Assert.Matches(@"(?m)^fr  Missing     returns/gifts$", table.Output);
        Assert.EndsWith("1 missing, 4 behind, 0 unrecorded\n", table.Output, StringComparison.Ordinal);

        using var json = JsonDocument.Parse((await RunAsync("drift", "--json", "--locale", "ja")).Output);
        var entry = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal(("returns/gifts", "ja", "Behind"), (entry.GetProperty("key").GetString(), entry.GetProperty("locale").GetString(), entry.GetProperty("state").GetString()));

        var accepted = await RunAsync("drift", "--accept", "returns/gifts", "--reason", "Only a comma.");
        Assert.EndsWith("4 accepted, 0 were current\n", accepted.Output, StringComparison.Ordinal);
        Assert.Contains(" Only a comma.\"", await File.ReadAllTextAsync(At("articles/ja/returns/gifts.md")), StringComparison.Ordinal);
        Assert.EndsWith("1 missing, 0 behind, 0 unrecorded\n", (await RunAsync("drift")).Output, StringComparison.Ordinal);
        Assert.Equal((1, "There is no translation of 'returns/none'."), (await RunAsync("drift", "--accept", "returns/none")) is { } none ? (none.Status, none.Errors.Trim()) : default);
    }

    [Fact]
    public async Task New_Article_IsADraftInEveryLocale()
    {
        Copy();
        var begun = await RunAsync("new", "returns/try-at-home", "--title", "Try it at home", "--type", "faq");
        Assert.Equal((0, ""), (begun.Status, begun.Errors));
        Assert.Equal(6, begun.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("title: \"Try it at home\"", await File.ReadAllTextAsync(At("articles/ar/returns/try-at-home.md")), StringComparison.Ordinal);
        Assert.Equal("0 errors, 0 warnings\n", (await RunAsync("check", "--date", "2026-11-23")).Output);
        Assert.Equal((1, "'returns/try-at-home' is there in every locale already."), (await RunAsync("new", "returns/try-at-home")) is { } again ? (again.Status, again.Errors.Trim()) : default);
        Assert.Equal((1, "\"Try\" is no key: write category/name, of lower-case letters a-z, digits and hyphens."), (await RunAsync("new", "Try")) is { } wrong ? (wrong.Status, wrong.Errors.Trim()) : default);
    }

    private string At(string path) => Path.Combine(_room.Folder, "content", path);

    private void Copy() => Repository.CopyContent(Path.Combine(_room.Folder, "content"));

    private void Spoil(string text, bool isCopied = false)
    {
        if (!isCopied)
        {
            Copy();
        }

        File.AppendAllText(At(Article), "\n" + text);
    }

    private Task<CommandResult> RunAsync(params string[] arguments) => _room.RunAsync(["content", .. arguments, "--root", "content"]);
}
