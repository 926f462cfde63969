using System.Net;
using System.Text.Json;

namespace Portal.Web.Tests.Api;

public sealed class ApiTests(SharedPortal portal)
{
    [Fact]
    public async Task Search_Words_GivesHitsInTheirShape()
    {
        var answer = await GetAsync("/api/search?locale=en&q=broken+item");
        Assert.Equal(["hits", "locale", "query", "total"], answer.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal(("broken item", "en"), (answer.GetProperty("query").GetString(), answer.GetProperty("locale").GetString()));
        var hits = answer.GetProperty("hits").EnumerateArray().ToList();
        Assert.InRange(hits.Count, 1, 10);
        Assert.Equal("damaged/damaged-or-wrong-item", hits[0].GetProperty("id").GetString());
        Assert.All(hits, hit =>
        {
            Assert.Equal(["id", "score", "snippet", "title", "url"], hit.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
            Assert.StartsWith("/en/help/", hit.GetProperty("url").GetString(), StringComparison.Ordinal);
        });
        Assert.Equal(hits.Select(hit => hit.GetProperty("score").GetDouble()).OrderDescending(), hits.Select(hit => hit.GetProperty("score").GetDouble()));
    }

    [Theory]
    [InlineData("limit=1", 1)]
    [InlineData("limit=0", 1)]
    [InlineData("limit=-5", 1)]
    [InlineData("limit=2", 2)]
    public async Task Search_Limit_IsClamped(string limit, int expected) =>
        Assert.Equal(expected, (await GetAsync($"/api/search?q=return&{limit}")).GetProperty("hits").GetArrayLength());

    [Fact]
    public async Task Search_HugeLimit_GivesAtMostFifty() =>
        Assert.InRange((await GetAsync("/api/search?q=return&limit=2147483647")).GetProperty("hits").GetArrayLength(), 1, 50);

    [Theory]
    [InlineData("")]
    [InlineData("q=")]
    [InlineData("q=%00%ff%ed%a0%80")]
    [InlineData("q=%2B-%26%7C%21%28%29%7B%7D%5B%5D%5E%22~*%3F%3A%5C%2F")]
    [InlineData("q=title%3Areturn+OR+*%3A*")]
    public async Task Search_NonsenseQuery_IsAnswered(string query) => Assert.True((await GetAsync($"/api/search?{query}")).GetProperty("total").GetInt32() >= 0);

    [Fact]
    public async Task Search_LongQuery_IsAnswered() => await GetAsync("/api/search?q=" + string.Join('+', Enumerable.Repeat("return", 1000)));

    [Fact]
    public async Task Search_MarkupInTheQuery_ComesBackHarmless()
    {
        var hits = (await GetAsync("/api/search?q=return+%3Cscript%3E")).GetProperty("hits").EnumerateArray();
        Assert.All(hits, hit => Assert.DoesNotContain("<script", hit.GetProperty("snippet").GetString()!, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Suggest_Beginning_GivesArticlesOfTheLocale()
    {
        var suggestions = (await GetAsync("/api/suggest?locale=de&q=r%C3%BCck")).EnumerateArray().ToList();
        Assert.InRange(suggestions.Count, 1, 6);
        Assert.All(suggestions, suggestion => Assert.StartsWith("/de/", suggestion.GetProperty("url").GetString(), StringComparison.Ordinal));
        Assert.All(suggestions, suggestion => Assert.False(string.IsNullOrEmpty(suggestion.GetProperty("title").GetString())));
    }

    [Fact]
    public async Task Article_Key_GivesTheArticle()
    {
        var answer = await GetAsync("/api/articles/de/returns/return-policy");
        var article = portal.Snapshot.Library.FindByKey("de", "returns/return-policy")!;
        Assert.Equal(
            ("returns/return-policy", "de", article.Title, article.Url, article.Html),
            (Text(answer, "id"), Text(answer, "locale"), Text(answer, "title"), Text(answer, "url"), Text(answer, "html")));
        Assert.Equal(JsonValueKind.Array, answer.GetProperty("questions").ValueKind);
        Assert.Matches(@"^\d{4}-\d{2}-\d{2}$", Text(answer, "updated"));
    }

    [Theory]
    [InlineData("/api/search?locale=pt&q=a", HttpStatusCode.BadRequest)]
    [InlineData("/api/search?locale=&q=a", HttpStatusCode.BadRequest)]
    [InlineData("/api/search?q=a&limit=many", HttpStatusCode.BadRequest)]
    [InlineData("/api/suggest?locale=xx", HttpStatusCode.BadRequest)]
    [InlineData("/api/articles/xx/returns/return-policy", HttpStatusCode.BadRequest)]
    [InlineData("/api/articles/en/returns/none", HttpStatusCode.NotFound)]
    [InlineData("/api/none", HttpStatusCode.NotFound)]
    public async Task Fault_IsProblemDetails(string address, HttpStatusCode expected)
    {
        var answer = await portal.Site.Client().GetAsync(address);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)expected, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task UnknownLocale_NamesTheKnownOnes() =>
        Assert.Contains("en, de, fr, es, ja, ar", await (await portal.Site.Client().GetAsync("/api/search?locale=pt&q=a")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task OpenApi_DescribesEveryAddress() =>
        Assert.Superset(
            new HashSet<string>(["/api/search", "/api/suggest", "/api/articles/{locale}/{category}/{name}"], StringComparer.Ordinal),
            (await GetAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name).ToHashSet(StringComparer.Ordinal));

    [Fact]
    public async Task Health_IsOk() => Assert.Equal("ok", await portal.Site.Client().GetStringAsync("/healthz"));

    [Fact]
    public async Task Readiness_NamesTheContentServed()
    {
        var ready = await GetAsync("/readyz");
        Assert.Equal(("ok", portal.Snapshot.Hash[..12], 0), (Text(ready, "status"), Text(ready, "content"), ready.GetProperty("reasons").GetArrayLength()));
    }

    [Fact]
    public async Task Theme_HoldsTheAccentAndTheTextOnIt() =>
        Assert.Equal(":root { --accent: #1f5f4a; --on-accent: #ffffff; }\n", await portal.Site.Client().GetStringAsync("/theme.css"));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private async Task<JsonElement> GetAsync(string address)
    {
        var answer = await portal.Site.Client().GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
