using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Data;
using Portal.Web.Notifications;
using Portal.Web.Notifications.Transport;
using Portal.Web.Orders;

namespace Portal.Web.Tests.Pages;

/// <summary>The look-up by e-mail alone. Its site is its own, since questions count.</summary>
public sealed class OrderLinksTests(PortalFactory site) : IClassFixture<PortalFactory>
{
    private const string Ada = "ada.fischer@example.com";

    // Faults of others: a guest look-up that tells whether an order exists (Smartstore 1483, 1488).
    [Fact]
    public async Task Ask_KnownAndUnknownAddress_GiveTheSameBytesAndSendTheSameCommands()
    {
        await AskAsync("192.0.2.1", "first@example.com");
        var known = await AskAsync("192.0.2.2", Ada);
        var unknown = await AskAsync("192.0.2.3", "eda.fischer@example.com");
        Assert.Equal(known, unknown);
        Assert.NotEmpty(known.Commands);
        Assert.Equal("/en/orders?sent=true", known.Location);
        var page = await new Visitor(site.Client()).OpenAsync(known.Location!);
        Assert.Contains("If there are orders with this e-mail address", page.Text, StringComparison.Ordinal);
        PublicPagesTests.AssertNothingInline(page);
    }

    [Fact]
    public async Task Ask_ThenTheMailsLink_LeadsToTheOrder()
    {
        await AskAsync("192.0.2.4", "mika.sommer@example.org");
        await site.In(async services =>
        {
            while (await services.GetRequiredService<MailExecutor>().SendNextAsync())
            {
                // Until nothing is due.
            }

            return true;
        });
        var mail = site.Services.GetRequiredService<FolderTransport>().List().First(kept => kept.Message.To.ToString() == "mika.sommer@example.org").Message;
        var link = mail.TextBody!.Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith("http://localhost:5080/en/orders/P-1004?key=", StringComparison.Ordinal));
        var page = await new Visitor(site.Client()).OpenAsync(new Uri(link).PathAndQuery);
        Assert.Equal((HttpStatusCode.OK, "/en/orders/P-1004"), (page.Status, page.Address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("ada @example.com")]
    public async Task Ask_NoAddress_IsAnErrorSummaryWithWhatWasTyped(string typed)
    {
        var answer = await PostAsync("192.0.2.5", typed);
        var page = await SitePage.ReadAsync("/en/orders", answer);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(page.Errors);
        Assert.Equal(typed, page.Document.QuerySelector("#email")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Ask_ForOneAddressTooOften_IsTooManyRequestsUntilTheWindowEnds()
    {
        for (var time = 0; time < LinkThrottle.PerEmail; time++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await PostAsync($"203.0.113.{time}", "often@example.com")).StatusCode);
        }

        var closed = await SitePage.ReadAsync("/en/orders", await PostAsync("203.0.113.99", " OFTEN@example.com"));
        Assert.Equal(HttpStatusCode.TooManyRequests, closed.Status);
        Assert.Single(closed.Errors);
        Assert.Equal(LinkThrottle.PerEmail, await CountAsync("often@example.com"));
        site.Clock.AdjustTime(site.Clock.GetUtcNow() + LinkThrottle.Window.ToTimeSpan());
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync("203.0.113.99", "often@example.com")).StatusCode);
    }

    [Fact]
    public async Task Ask_FromOneNetworkAddressTooOften_IsTooManyRequests()
    {
        for (var time = 0; time < LinkThrottle.PerAddress; time++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await PostAsync("198.51.100.9", $"somebody-{time}@example.com")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await PostAsync("198.51.100.9", "another@example.com")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync("198.51.100.10", "another@example.com")).StatusCode);
    }

    // A household has a /64 of IPv6 addresses.
    [Fact]
    public async Task Ask_FromManyAddressesOfOneNetworkTooOften_IsTooManyRequests()
    {
        for (var time = 0; time < LinkThrottle.PerAddress; time++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await PostAsync($"2001:db8:1:2::{time}", $"household-{time}@example.com")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await PostAsync("2001:db8:1:2:ffff::1", "household@example.com")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync("2001:db8:1:3::1", "household@example.com")).StatusCode);
    }

    [Fact]
    public async Task Ask_AtOnceFromEverywhere_PassesNoMoreThanTheLimit()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(index => PostAsync($"203.0.113.{100 + index}", "burst@example.com")));
        Assert.Equal(LinkThrottle.PerEmail, answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect));
    }

    [Fact]
    public async Task Ask_FromElsewhere_IsRefused()
    {
        var client = site.Client();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/en/orders?handler=links", Form(Ada))).StatusCode);
    }

    private static FormUrlEncodedContent Form(string email) => new([new("email", email)]);

    private Task<HttpResponseMessage> PostAsync(string address, string email) => site.Client(address: address).PostAsync("/en/orders?handler=links", Form(email));

    private async Task<Asked> AskAsync(string address, string email)
    {
        site.Sent.Take();
        var answer = await PostAsync(address, email);
        return new Asked(answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync(), answer.Headers.ToString(), string.Join('\n', site.Sent.Take()));
    }

    private Task<int> CountAsync(string email) => site.In(services => services.GetRequiredService<PortalDbContext>().Mails.CountAsync(mail => mail.To == email));

    private sealed record Asked(HttpStatusCode Status, string? Location, string Body, string Headers, string Commands);
}
