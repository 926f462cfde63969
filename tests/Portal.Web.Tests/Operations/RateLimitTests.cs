using System.Net;
using Microsoft.Extensions.Configuration;
using Portal.Web.Operations;
using Portal.Web.Tests.Pages;

namespace Portal.Web.Tests.Operations;

public sealed class RateLimitTests(RateLimitTests.Limited site) : IClassFixture<RateLimitTests.Limited>
{
    private readonly PortalFactory _site = site.Site;

    [Theory]
    [InlineData("en", "Too many requests")]
    [InlineData("de", "Zu viele Anfragen")]
    public async Task Posts_BeyondTheLimit_AreAPageInTheShoppersLanguageThatSaysWhenToComeBack(string locale, string title)
    {
        var visitor = new Visitor(_site.Client(address: $"192.0.2.{locale.Length}{locale[0] % 10}"));
        var form = await visitor.OpenAsync($"/{locale}/orders");
        for (var post = 0; post < 3; post++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await visitor.PostAsync(form)).Answer.StatusCode);
        }

        var (address, answer) = await visitor.PostAsync(form);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        SecurityHeadersTests.AssertSound(answer);
        Assert.Contains(title, (await SitePage.ReadAsync(address, answer)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Searches_BeyondTheLimit_AreProblemDetailsForPrograms()
    {
        var client = _site.Client(address: "192.0.2.20");
        for (var search = 0; search < 4; search++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/suggest?q=mug")).StatusCode);
        }

        var answer = await client.GetAsync("/api/search?q=mug");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(answer.Headers.RetryAfter);
        SecurityHeadersTests.AssertSound(answer);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz")).StatusCode);
    }

    [Fact]
    public async Task Clients_OfOtherNetworks_AreCountedApart()
    {
        for (var page = 0; page < 5; page++)
        {
            Assert.Equal(HttpStatusCode.OK, (await _site.Client(address: $"2001:db8:1:1::{page}").GetAsync("/en/orders")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await _site.Client(address: "2001:db8:1:1::99").GetAsync("/en/orders")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _site.Client(address: "2001:db8:1:2::1").GetAsync("/en/orders")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _site.Client(address: "192.0.2.30").GetAsync("/en/orders")).StatusCode);
    }

    [Theory]
    [InlineData("many")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public void Read_Nonsense_NamesTheSetting(string value) =>
        Assert.Contains("RateLimits:Posts", Assert.Throws<SettingException>(() => RateLimits.Read(Configured("RateLimits:Posts", value))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("", "")]
    public void ClientNetwork_IsAnAddressOrAHouseholdsNetwork(string address, string expected) => Assert.Equal(expected, ClientNetwork.Of(address));

    private static IConfiguration Configured(string name, string value) => new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();

    /// <summary>A site with low limits; every test comes from addresses of its own.</summary>
    public sealed class Limited : IDisposable
    {
        public PortalFactory Site { get; } = new() { Settings = { ["RateLimits:Posts"] = "3", ["RateLimits:Searches"] = "4", ["RateLimits:Pages"] = "5" } };

        public void Dispose() => Site.Dispose();
    }
}
