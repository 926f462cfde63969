using System.Net;

namespace Portal.Web.Tests.Pages;

public sealed class SecurityHeadersTests(SharedPortal portal)
{
    [Theory]
    [InlineData("/theme.css")]
    [InlineData("/css/site.css")]
    [InlineData("/media/logo.svg")]
    [InlineData("/api/search?q=mug")]
    [InlineData("/api/search?locale=xx")]
    [InlineData("/healthz")]
    [InlineData("/robots.txt")]
    [InlineData("/status/500")]
    [InlineData("/xx")]
    [InlineData("/readyz")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/nothing")]
    [InlineData("/en/orders/P-1001")]
    [InlineData("/en/withdraw/forged")]
    public async Task Answers_OfEveryKind_CarryTheSecurityHeaders(string address) => AssertSound(await portal.Site.Client().GetAsync(address));

    [Theory]
    [InlineData("/en/orders")]
    [InlineData("/en/withdraw")]
    [InlineData("/api/search")]
    public async Task Answers_ToSenselessPosts_CarryTheSecurityHeaders(string address)
    {
        var client = portal.Site.Client();
        client.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        AssertSound(await client.PostAsync(address, new ByteArrayContent([1, 2, 3])));
    }

    [Fact]
    public async Task Answers_NeverNameTheServer()
    {
        var answer = await portal.Site.Client().GetAsync("/en");
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }

    [Theory]
    [InlineData("/media/../site.yaml")]
    [InlineData("/media/%2e%2e/site.yaml")]
    [InlineData("/media/..%2fsite.yaml")]
    [InlineData("/media/%2e%2e%2f%2e%2e%2fdata%2fportal.db")]
    [InlineData("/media//etc/passwd")]
    [InlineData("/media/none.svg")]
    public async Task Media_OutsideItsFolder_IsNotFound(string address) => Assert.Equal(HttpStatusCode.NotFound, (await portal.Site.Client().GetAsync(address)).StatusCode);

    [Fact]
    public async Task StaticFiles_WithTheirHash_AreKeptForAYear()
    {
        var home = await new Visitor(portal.Site.Client()).OpenAsync("/en");
        var style = home.Document.QuerySelector("link[href^='/css/']")!.GetAttribute("href")!;
        Assert.Contains("?v=", style, StringComparison.Ordinal);
        var answer = await portal.Site.Client().GetAsync(style);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
    }

    internal static void AssertSound(HttpResponseMessage answer)
    {
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        var permissions = Assert.Single(answer.Headers.GetValues("Permissions-Policy"));
        Assert.All(permissions.Split(", "), permission => Assert.EndsWith("=()", permission, StringComparison.Ordinal));
        Assert.Contains("camera=()", permissions, StringComparison.Ordinal);
    }
}
