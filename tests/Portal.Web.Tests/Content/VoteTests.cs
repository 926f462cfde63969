using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Content;

namespace Portal.Web.Tests.Content;

/// <summary>What readers say of an article, without script and without a cookie.</summary>
public sealed class VoteTests(PortalFactory site) : IClassFixture<PortalFactory>
{
    private const string Article = "/en/help/returns/return-a-gift";

    private readonly Visitor _reader = new(site.Client());

    [Fact]
    public async Task Yes_IsCountedAndThanked()
    {
        var before = await CountsAsync("de");
        var page = await _reader.OpenAsync(site.Services.GetRequiredService<SnapshotStore>().Current.Library.FindByKey("de", "returns/gifts")!.Url);

        var thanked = await _reader.SubmitAsync(page, ("vote", "Yes"));

        Assert.Contains("Vielen Dank.", thanked.Document.QuerySelector("#vote")!.TextContent, StringComparison.Ordinal);
        Assert.Null(thanked.Document.QuerySelector("#vote form"));
        Assert.Equal(before[Vote.Yes] + 1, (await CountsAsync("de"))[Vote.Yes]);
    }

    [Fact]
    public async Task No_IsCountedOnceAndItsReasonBeside()
    {
        var before = await CountsAsync("en");

        var why = await _reader.SubmitAsync(await _reader.OpenAsync(Article), ("vote", "No"));
        Assert.Equal(["OffTopic", "Unclear", "Wrong", "Disliked"], why.Document.QuerySelectorAll("#vote input[type=radio]").Select(reason => reason.GetAttribute("value")));
        var still = await _reader.SubmitAsync(why);
        Assert.NotNull(still.Document.QuerySelector("#vote input[type=radio]"));
        var thanked = await _reader.SubmitAsync(still, ("vote", "Wrong"));
        Assert.Contains("Thank you.", thanked.Document.QuerySelector("#vote")!.TextContent, StringComparison.Ordinal);

        var after = await CountsAsync("en");
        Assert.Equal((before[Vote.No] + 1, before[Vote.Wrong] + 1, before[Vote.Yes]), (after[Vote.No], after[Vote.Wrong], after[Vote.Yes]));
    }

    [Fact]
    public async Task Page_ThatAsks_IsTheSameForEverybodyAndSetsNoCookie()
    {
        var answer = await site.Client().GetAsync(Article);
        Assert.Equal("public, no-cache", answer.Headers.CacheControl!.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var asked = await site.Client().GetAsync(Article + "?voted=no");
        Assert.False(asked.Headers.Contains("Set-Cookie"));
        Assert.Contains($"{Article}\"", (await SitePage.ReadAsync(Article, asked)).Document.QuerySelector("link[rel=canonical]")!.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    public async Task Vote_FromAnotherSite_IsRefused(string header, string value)
    {
        var client = site.Client();
        client.DefaultRequestHeaders.Add(header, value);
        var before = await CountsAsync("en");
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(client, Article, "Yes")).StatusCode);
        Assert.Equal(before, await CountsAsync("en"));
    }

    [Theory]
    [InlineData("99")]
    [InlineData("yes, no")]
    [InlineData("DROP")]
    public async Task Vote_ThatMeansNothing_IsNotCounted(string vote)
    {
        var before = await CountsAsync("en");
        await PostAsync(site.Client(), Article, vote);
        Assert.Equal(before, await CountsAsync("en"));
    }

    [Fact]
    public async Task Vote_ForNoArticle_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(site.Client(), "/en/help/returns/none", "Yes")).StatusCode);

    [Fact]
    public async Task Votes_TooManyFromOneAddress_AreRefusedAndOthersMayVote()
    {
        var client = site.Client(address: "203.0.113.9");
        for (var vote = 0; vote < ArticleVotes.PerAddress; vote++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(client, Article, "Yes")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await PostAsync(client, Article, "Yes")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(site.Client(address: "203.0.113.10"), Article, "Yes")).StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string address, string vote) =>
        client.PostAsync(address + "/vote", new FormUrlEncodedContent(new Dictionary<string, string> { ["vote"] = vote }));

    private Task<IReadOnlyDictionary<Vote, int>> CountsAsync(string locale) => site.In(async services =>
        (await services.GetRequiredService<ArticleVotes>().ReadAsync(null, CancellationToken.None)).FirstOrDefault(row => row.Article == "returns/gifts" && row.Locale == locale)?.Counts
        ?? Enum.GetValues<Vote>().ToDictionary(vote => vote, _ => 0));
}
