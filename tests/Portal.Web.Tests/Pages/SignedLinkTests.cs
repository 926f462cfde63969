using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Portal.Returns.Decisions;
using Portal.Web.Cases;
using Portal.Web.Data;
using Portal.Web.Orders;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Pages;

/// <summary>What the keys in mails open, and what they do not. Its site is its own, since its clock moves.</summary>
public sealed class SignedLinkTests(PortalFactory site) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task OrderLink_OpensItsOrderAtTheCleanAddress()
    {
        var client = site.Client();
        var answer = await client.GetAsync($"/de/orders/P-1001?key={await KeyAsync(LinkPurpose.Order, "P-1001")}");
        Assert.Equal((HttpStatusCode.Redirect, "/de/orders/P-1001"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/de/orders/P-1001")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/de/orders/P-1002")).StatusCode);
    }

    [Fact]
    public async Task CaseLink_OpensCaseAndSlipAtTheirCleanAddresses()
    {
        var (rma, key) = await CaseAsync("P-1002", new Asked("L1", Reason.ChangedMind, 1, ShipmentMethod.SendBack));
        foreach (var address in new[] { $"/en/returns/{rma}", $"/de/returns/{rma}/slip" })
        {
            var client = site.Client();
            var answer = await client.GetAsync($"{address}?key={key}");
            Assert.Equal((HttpStatusCode.Redirect, address), (answer.StatusCode, answer.Headers.Location!.OriginalString));
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Keys_OpenUntilTheirTimeIsOver(int secondsLeft, bool opens)
    {
        var (rma, _) = await CaseAsync(opens ? "P-1014" : "P-1007", new Asked("L1"));
        var left = TimeSpan.FromSeconds(secondsLeft);
        var caseKey = await KeyAsync(LinkPurpose.Case, database => database.Cases.Where(row => row.Rma == rma).Select(row => row.Id), SignedLinks.CaseLifetime.ToTimeSpan() - left);
        var orderKey = await KeyAsync(LinkPurpose.Order, database => database.Orders.Where(row => row.Number == "P-1001").Select(row => row.Id), SignedLinks.OrderLifetime.ToTimeSpan() - left);
        if (opens)
        {
            Assert.Equal($"/en/returns/{rma}", await LocationAsync($"/en/returns/{rma}?key={caseKey}"));
            Assert.Equal("/en/orders/P-1001", await LocationAsync($"/en/orders/P-1001?key={orderKey}"));
        }
        else
        {
            await AssertAsNoneAsync($"/en/returns/{rma}", caseKey);
            await AssertAsNoneAsync("/en/orders/P-1001", orderKey);
        }
    }

    [Fact]
    public async Task Keys_OfAnotherThing_AreWorthNothing()
    {
        var (rma, caseKey) = await CaseAsync("P-1013", new Asked("L1"));
        var other = await KeyAsync(LinkPurpose.Order, "P-1002");
        await AssertAsNoneAsync("/en/orders/P-1001", other);
        await AssertAsNoneAsync("/en/orders/P-9999", other);
        await AssertAsNoneAsync($"/en/returns/{rma}", other);
        await AssertAsNoneAsync("/en/orders/P-1013", caseKey);
        await AssertAsNoneAsync("/en/returns/R-0000-0000", caseKey);
    }

    [Fact]
    public async Task Keys_ThatWereAltered_AreWorthNothing()
    {
        var key = await KeyAsync(LinkPurpose.Order, "P-1001");
        string[] forged = ["", "x", "%00", new string('A', 4000), key[..^1], key + "A", key[..40] + (key[40] is 'A' ? 'B' : 'A') + key[41..]];
        foreach (var wrong in forged)
        {
            await AssertAsNoneAsync("/en/orders/P-1001", wrong);
        }
    }

    [Fact]
    public async Task Session_AnHourAfterTheLink_IsOver()
    {
        var client = site.Client();
        await client.GetAsync($"/en/orders/P-1001?key={await KeyAsync(LinkPurpose.Order, "P-1001")}");
        site.Clock.AdjustTime(site.Clock.GetUtcNow() + OrderSession.Lifetime - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en/orders/P-1001")).StatusCode);
        site.Clock.AdjustTime(site.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/en/orders/P-1001")).StatusCode);
    }

    // The same answer as without a key: status, place and no cookie.
    private async Task AssertAsNoneAsync(string address, string key)
    {
        var without = await site.Client().GetAsync(address);
        var with = await site.Client().GetAsync($"{address}?key={key}");
        Assert.Equal((without.StatusCode, without.Headers.Location?.OriginalString), (with.StatusCode, with.Headers.Location?.OriginalString));
        Assert.False(with.Headers.Contains("Set-Cookie"));
        Assert.Equal(without.Headers.ToString(), with.Headers.ToString());
    }

    private async Task<string?> LocationAsync(string address) => (await site.Client().GetAsync(address)).Headers.Location?.OriginalString;

    private Task<string> KeyAsync(LinkPurpose purpose, string number) =>
        KeyAsync(purpose, database => database.Orders.Where(order => order.Number == number).Select(order => order.Id), TimeSpan.Zero);

    // Signed some time ago: the site's own clock cannot go on for weeks, since its workers tick with it.
    private Task<string> KeyAsync(LinkPurpose purpose, Func<PortalDbContext, IQueryable<Guid>> subject, TimeSpan age) => site.In(async services =>
        new SignedLinks(services.GetRequiredService<IDataProtectionProvider>(), new FakeTimeProvider(site.Clock.GetUtcNow() - age))
            .Sign(purpose, await subject(services.GetRequiredService<PortalDbContext>()).SingleAsync()));

    private Task<(string Rma, string Key)> CaseAsync(string number, Asked asked) => site.In(async services =>
    {
        var database = services.GetRequiredService<PortalDbContext>();
        var rma = await new Visit(database, site.Clock).OpenedAsync(number, asked);
        return (rma, services.GetRequiredService<SignedLinks>().Sign(LinkPurpose.Case, (await database.Cases.SingleAsync(row => row.Rma == rma)).Id));
    });
}
