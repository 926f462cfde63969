using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Content;

namespace Portal.Web.Tests.Content;

/// <summary>Public pages are bytes: rendered once, compressed, with a name by which a browser asks whether they have changed.</summary>
public sealed class PageCacheTests(PortalFactory site) : IClassFixture<PortalFactory>
{
    private const string Page = "/ja/help";

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip;q=1.0, br;q=0", "gzip")]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task Page_IsSentInTheEncodingThatIsAccepted(string? accepted, string? expected)
    {
        var plain = await site.Client().GetStringAsync(Page);
        for (var time = 0; time < 2; time++)
        {
            var answer = await AskAsync(HttpMethod.Get, Page, accepted);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(expected, answer.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
            Assert.Equal(plain, await TextAsync(answer));
            Assert.EndsWith(expected is null ? "\"" : $"-{expected}\"", answer.Headers.ETag!.Tag, StringComparison.Ordinal);
            SecurityHeaders(answer);
        }
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/ar/help")]
    [InlineData("/sitemap.xml")]
    [InlineData("/de/sitemap.xml")]
    [InlineData("/llms.txt")]
    [InlineData("/theme.css")]
    public async Task Page_ThatIsKnown_IsNotSentAgain(string address)
    {
        var first = await AskAsync(HttpMethod.Get, address, "br");
        var again = await AskAsync(HttpMethod.Get, address, "br", first.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(HttpMethod.Get, address, "br", "\"other\"")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(HttpMethod.Get, address, "gzip", first.Headers.ETag!.Tag)).StatusCode);
    }

    [Fact]
    public async Task Head_IsThePageWithoutItsBody()
    {
        var page = await AskAsync(HttpMethod.Get, Page, "br");
        var head = await AskAsync(HttpMethod.Head, Page, "br");
        Assert.Equal((page.StatusCode, page.Headers.ETag), (head.StatusCode, head.Headers.ETag));
        Assert.Equal((await page.Content.ReadAsByteArrayAsync()).Length, head.Content.Headers.ContentLength);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(HttpMethod.Head, "/en/help/none", "br")).StatusCode);
    }

    [Theory]
    [InlineData("/en/orders")]
    [InlineData("/en/search?q=mug")]
    [InlineData("/en/help?type=Faq")]
    [InlineData("/en/help/none")]
    [InlineData("/healthz")]
    public async Task Page_ThatIsNotForEverybodyAlike_IsNotKept(string address) =>
        Assert.Null((await AskAsync(HttpMethod.Get, address, "br")).Headers.ETag);

    [Fact]
    public async Task Page_OfChangedContent_IsAnother()
    {
        var store = site.Services.GetRequiredService<SnapshotStore>();
        var before = await AskAsync(HttpMethod.Get, Page, "br");
        var file = Path.Combine(site.ContentRoot, "site.yaml");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace("name: Fernhill", "name: Farnhill", StringComparison.Ordinal));
        Assert.True(store.Reload());
        var after = await AskAsync(HttpMethod.Get, Page, "br", before.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("Farnhill", await TextAsync(after), StringComparison.Ordinal);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        await File.WriteAllTextAsync(file, text);
        Assert.True(store.Reload());
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(HttpMethod.Get, Page, "br", before.Headers.ETag!.Tag)).StatusCode);
    }

    private static void SecurityHeaders(HttpResponseMessage answer) => Pages.SecurityHeadersTests.AssertSound(answer);

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string address, string? accepted, string? known = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        }

        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(known));
        }

        return await site.Client().SendAsync(request);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStreamAsync();
        await using var plain = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync();
    }
}
