using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Returns.Decisions;
using Portal.Web.Data;
using Portal.Web.Orders;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Pages;

/// <summary>Who may see orders and cases. Its site is its own, since the commands it sends are counted.</summary>
public sealed class OrderSessionTests(PortalFactory site) : IClassFixture<PortalFactory>
{
    private const string Draft = "0193f1f0000070008000000000000001";

    [Theory]
    [InlineData("/en/orders/P-1001", "P-1001")]
    [InlineData("/en/orders/P-9999", "P-9999")]
    [InlineData("/en/orders/P-1001/ask?line=L1", "P-1001")]
    [InlineData("/en/orders/P-9999/ask?line=L1", "P-9999")]
    [InlineData($"/en/orders/P-1001/return/{Draft}/items", "P-1001")]
    [InlineData($"/en/orders/P-9999/return/{Draft}/items", "P-9999")]
    [InlineData($"/en/orders/P-1001/return/{Draft}/check", "P-1001")]
    public async Task OrderPages_WithoutASession_LeadToTheLookUp(string address, string number)
    {
        var answer = await site.Client().GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/en/orders?number={number}", answer.Headers.Location!.OriginalString);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    // Faults of others: a page that tells whether an order exists (Smartstore 1483, 1488), by what it costs if not by what it says.
    [Fact]
    public async Task OrderPage_WithoutASession_SendsTheSameCommandsForKnownAndUnknown()
    {
        var client = site.Client();
        await client.GetAsync("/en/orders/P-1001");
        site.Sent.Take();
        await client.GetAsync("/en/orders/P-1001");
        var known = site.Sent.Take();
        await client.GetAsync("/en/orders/P-9999");
        Assert.Equal(known, site.Sent.Take());
    }

    [Fact]
    public async Task CasePage_WithoutASession_SendsTheSameCommandsForKnownAndUnknown()
    {
        var rma = await OpenAsync();
        var client = site.Client();
        site.Sent.Take();
        var known = await client.GetAsync($"/en/returns/{rma}");
        var forKnown = site.Sent.Take();
        var unknown = await client.GetAsync("/en/returns/R-0000-0000");
        Assert.Equal(("/en/orders", "/en/orders"), (known.Headers.Location!.OriginalString, unknown.Headers.Location!.OriginalString));
        Assert.Equal(forKnown, site.Sent.Take());
    }

    [Fact]
    public async Task OrderPage_WithItsSession_IsPersonal()
    {
        var page = await new Visitor(await site.ShopperOf("P-1001")).OpenAsync("/en/orders/P-1001");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Response.Headers.CacheControl!.NoStore);
        Assert.NotNull(page.Document.QuerySelector("meta[name=robots][content=noindex]"));
        SecurityHeadersTests.AssertSound(page.Response);
        PublicPagesTests.AssertNothingInline(page);
    }

    [Fact]
    public async Task OrderPage_WithTheSessionOfAnotherOrder_LeadsToTheLookUp() =>
        Assert.Equal(HttpStatusCode.Redirect, (await (await site.ShopperOf("P-1001")).GetAsync("/en/orders/P-1002")).StatusCode);

    [Fact]
    public async Task CasePage_WithTheSessionOfAnotherOrder_LeadsToTheLookUp()
    {
        var rma = await OpenAsync();
        var stranger = await site.ShopperOf("P-1001");
        Assert.All(
            [await stranger.GetAsync($"/en/returns/{rma}"), await stranger.GetAsync($"/en/returns/{rma}/slip")],
            answer => Assert.Equal("/en/orders", answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Session_OfSeveralOrders_OpensThemAll()
    {
        var client = await site.ShopperOf("P-1001");
        await client.PostAsync("/en/orders", new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = "P-1002", ["proof"] = "OX1 3BG" }));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en/orders/P-1001")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/de/orders/P-1002")).StatusCode);
    }

    [Fact]
    public async Task Session_AsItWasGiven_IsGood() => Assert.Equal(HttpStatusCode.OK, await WithCookieAsync(await ProtectAsync("Portal.Orders.Session", site.Clock.GetUtcNow().AddSeconds(1))));

    [Fact]
    public async Task Session_Expired_IsRefused() => Assert.Equal(HttpStatusCode.Redirect, await WithCookieAsync(await ProtectAsync("Portal.Orders.Session", site.Clock.GetUtcNow())));

    [Fact]
    public async Task Session_SignedForSomethingElse_IsRefused() => Assert.Equal(HttpStatusCode.Redirect, await WithCookieAsync(await ProtectAsync("Portal.Cases.SignedLinks", site.Clock.GetUtcNow().AddDays(1))));

    [Theory]
    [InlineData("x")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%00%ff")]
    [InlineData("........")]
    public async Task Session_Forged_IsRefused(string cookie) => Assert.Equal(HttpStatusCode.Redirect, await WithCookieAsync(cookie));

    [Fact]
    public async Task Session_Altered_IsRefused()
    {
        var cookie = await ProtectAsync("Portal.Orders.Session", site.Clock.GetUtcNow().AddSeconds(1));
        Assert.Equal(HttpStatusCode.Redirect, await WithCookieAsync(cookie[..40] + (cookie[40] is 'A' ? 'B' : 'A') + cookie[41..]));
    }

    private async Task<HttpStatusCode> WithCookieAsync(string cookie)
    {
        var client = site.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"{OrderSession.Cookie}={cookie}");
        return (await client.GetAsync("/en/orders/P-1001")).StatusCode;
    }

    private Task<string> ProtectAsync(string purpose, DateTimeOffset until) => site.In(async services =>
    {
        var order = await services.GetRequiredService<PortalDbContext>().Orders.SingleAsync(row => row.Number == "P-1001");
        return services.GetRequiredService<IDataProtectionProvider>().CreateProtector(purpose).Protect($"{order.Id:N}.{Party.Buyer}.{until.ToUnixTimeSeconds()}");
    });

    private Task<string> OpenAsync() => site.In(services =>
        new Visit(services.GetRequiredService<PortalDbContext>(), site.Clock).OpenedAsync("P-1014", new Asked("L1", Reason.Damaged)));
}
