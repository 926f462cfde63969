using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Data;
using Portal.Web.Orders;

namespace Portal.Web.Tests.Pages;

/// <summary>The look-up page. Its site is its own, since failures count.</summary>
public sealed class FindTests(PortalFactory site) : IClassFixture<PortalFactory>
{
    private const string Ada = "ada.fischer@example.com";

    [Theory]
    [InlineData("P-1001", Ada, "/en/orders/P-1001")]
    [InlineData("# p - 1001 ", " ADA.Fischer@EXAMPLE.com", "/en/orders/P-1001")]
    [InlineData("P-١٠٠١", "10405", "/en/orders/P-1001")]
    [InlineData("Ｐ－１０１２", "99423", "/en/orders/P-1012")]
    public async Task Find_RightPair_LeadsToTheOrder(string number, string proof, string expected)
    {
        var page = await FindAsync("192.0.2.10", number, proof);
        Assert.Equal((HttpStatusCode.OK, expected), (page.Status, page.Address));
    }

    [Fact]
    public async Task Find_RightPair_StartsAShortSignedSession()
    {
        var answer = await site.Client().PostAsync("/en/orders", Pair("P-1001", Ada));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith(OrderSession.Cookie + "=", cookie, StringComparison.Ordinal);
        Assert.Contains("; max-age=3600", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("P-1001", cookie, StringComparison.Ordinal);
    }

    // Faults of others: a guest look-up that tells whether an order exists (Smartstore 1483, 1488).
    [Fact]
    public async Task Find_WrongPairAndUnknownNumber_GiveTheSameBytesAndSendTheSameCommands()
    {
        var wrong = await LookAsync("192.0.2.20");
        await site.In(services => services.GetRequiredService<PortalDbContext>().Orders.Where(order => order.Number == "P-1003").ExecuteDeleteAsync());
        await site.In(services => services.GetRequiredService<PortalDbContext>().Throttles.ExecuteDeleteAsync());
        var unknown = await LookAsync("192.0.2.20");
        Assert.Equal(wrong.Body, unknown.Body);
        Assert.Equal(wrong.Headers, unknown.Headers);
        Assert.Equal(wrong.Commands, unknown.Commands);
        Assert.NotEmpty(wrong.Commands);
    }

    [Fact]
    public async Task Find_NoSuchPair_KeepsWhatWasTypedAndSaysSoOnce()
    {
        var page = await FindAsync("192.0.2.30", "P-1001", "somebody@example.com");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(page.Errors);
        Assert.Equal(("P-1001", "somebody@example.com"), (page.Value("number"), page.Value("proof")));
        Assert.NotNull(page.Document.GetElementById(page.Document.QuerySelector("#errors a")!.GetAttribute("href")![1..]));
    }

    [Theory]
    [InlineData("", "", 2)]
    [InlineData("P-1001", "  ", 1)]
    [InlineData("11111111111111111111111111111111111111111", Ada, 1)]
    public async Task Find_MissingOrOverlong_IsAnErrorSummaryAndNoLookUp(string number, string proof, int errors)
    {
        var visitor = new Visitor(site.Client());
        var empty = await visitor.OpenAsync("/en/orders");
        site.Sent.Take();
        var page = await visitor.SubmitAsync(empty, ("number", number), ("proof", proof));
        Assert.Equal(errors, page.Errors.Count);
        Assert.Equal(number, page.Value("number"));
        Assert.Empty(site.Sent.Take());
    }

    [Fact]
    public async Task Find_HostileInput_IsShownAsText()
    {
        const string Hostile = "\"><script>alert(1)</script>";
        var page = await FindAsync("192.0.2.40", "P-1", Hostile);
        Assert.Equal(Hostile, page.Value("proof"));
        PublicPagesTests.AssertNothingInline(page);
    }

    [Fact]
    public async Task Find_TooManyFailures_IsTooManyRequestsWithHelp()
    {
        for (var attempt = 0; attempt < LookupThrottle.FailuresPerAddress; attempt++)
        {
            Assert.Equal(HttpStatusCode.OK, (await FindAsync("192.0.2.50", $"P-{7000 + attempt}", "10405")).Status);
        }

        var closed = await FindAsync("192.0.2.50", "P-1001", Ada);
        Assert.Equal(HttpStatusCode.TooManyRequests, closed.Status);
        Assert.Single(closed.Errors);
        Assert.Contains(closed.Links, link => link.StartsWith("tel:", StringComparison.Ordinal));
        Assert.Equal("/en/orders/P-1001", (await FindAsync("192.0.2.51", "P-1001", Ada)).Address);
    }

    [Theory]
    [InlineData("cross-site", null, HttpStatusCode.BadRequest)]
    [InlineData("same-site", null, HttpStatusCode.BadRequest)]
    [InlineData(null, "https://evil.example", HttpStatusCode.BadRequest)]
    [InlineData(null, "null", HttpStatusCode.BadRequest)]
    [InlineData("cross-site", "http://localhost", HttpStatusCode.BadRequest)]
    [InlineData("same-origin", "http://localhost", HttpStatusCode.Redirect)]
    [InlineData(null, "http://localhost", HttpStatusCode.Redirect)]
    [InlineData(null, null, HttpStatusCode.Redirect)]
    public async Task Find_PostFromElsewhere_IsRefused(string? fetchSite, string? origin, HttpStatusCode expected)
    {
        var client = site.Client();
        foreach (var (name, value) in new[] { ("Sec-Fetch-Site", fetchSite), ("Origin", origin) }.Where(header => header.Item2 is not null))
        {
            client.DefaultRequestHeaders.Add(name, value);
        }

        var answer = await client.PostAsync("/en/orders", Pair("P-1001", Ada));
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected == HttpStatusCode.Redirect, answer.Headers.Contains("Set-Cookie"));
    }

    private static FormUrlEncodedContent Pair(string number, string proof) => new(new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = number, ["proof"] = proof });

    private async Task<SitePage> FindAsync(string address, string number, string proof)
    {
        var visitor = new Visitor(site.Client(address: address));
        return await visitor.SubmitAsync(await visitor.OpenAsync("/en/orders"), ("number", number), ("proof", proof));
    }

    private async Task<(string Body, string Headers, IReadOnlyList<string> Commands)> LookAsync(string address)
    {
        var client = site.Client(address: address);
        site.Sent.Take();
        var answer = await client.PostAsync("/en/orders", Pair("P-1003", "somebody@example.com"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.ToString() + answer.Content.Headers, site.Sent.Take());
    }
}
