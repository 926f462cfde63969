using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.StripeEmulator;
using Portal.Web.Api;
using Portal.Web.Data;
using Portal.Web.Orders;
using Portal.Web.Payments.Stripe;

namespace Portal.Web.Tests.Api;

/// <summary>Orders that Stripe's payments have paid, as a shop's system tells them.</summary>
public sealed class StripeOrdersApiTests : IAsyncLifetime
{
    private readonly PortalFactory _site = new();

    private EmulatorServer _stripe = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _stripe = await EmulatorServer.StartAsync(new EmulatorOptions { Clock = _site.Clock });
        (_site.Settings["Stripe:SecretKey"], _site.Settings["Stripe:ApiBase"]) = ("sk_test_1", _stripe.ApiBase);
        var key = await _site.In(services => services.GetRequiredService<ApiKeys>().CreateAsync("shop"));
        _client = _site.Client();
        _client.DefaultRequestHeaders.Authorization = new("Bearer", key);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _stripe.DisposeAsync();
    }

    // Told before its order was: webhooks find no payment, and nothing may be forgotten for that.
    [Fact]
    public async Task Put_PaymentThatWasRefundedAndDisputedBefore_KnowsOfIt()
    {
        var intent = _stripe.Emulator.Pay(6000, "eur").Intent;
        _stripe.Emulator.RefundInDashboard(intent, 1000);
        _stripe.Emulator.Dispute(intent);
        Assert.Equal(HttpStatusCode.Created, (await PutAsync("S-1", intent)).Status);
        await ApplyAsync();
        Assert.Equal(1000, await _site.In(services => services.GetRequiredService<PortalDbContext>().Refunds.Select(refund => refund.Amount).SingleAsync()));
        Assert.NotNull(await _site.In(services => services.GetRequiredService<PortalDbContext>().Set<Payment>().Where(payment => payment.Reference == intent).Select(payment => payment.DisputedAt).SingleAsync()));
        Assert.Equal(0, await _site.In(services => services.GetRequiredService<PortalDbContext>().StripeEvents.CountAsync(said => said.AppliedAt == null)));
    }

    // Each of the two would pay back what was paid once.
    [Fact]
    public async Task Put_PaymentOfAnotherOrder_IsRefused()
    {
        var (first, second) = (_stripe.Emulator.Pay(6000, "eur").Intent, _stripe.Emulator.Pay(6000, "eur").Intent);
        Assert.Equal(HttpStatusCode.Created, (await PutAsync("S-1", first)).Status);
        var refused = await PutAsync("S-2", first);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("is the payment of order S-1", refused.Json.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await PutAsync("S-2", second)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PutAsync("S-2", first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync("S-1", first)).Status);
    }

    [Fact]
    public async Task Put_OnePaymentForManyOrdersAtOnce_StoresOne()
    {
        var intent = _stripe.Emulator.Pay(6000, "eur").Intent;
        var replies = await Task.WhenAll(Enumerable.Range(1, 8).Select(index => PutAsync($"S-{index}", intent)));
        Assert.Single(replies, reply => reply.Status == HttpStatusCode.Created);
        Assert.Equal(7, replies.Count(reply => reply.Status == HttpStatusCode.UnprocessableEntity));
    }

    private Task<ApiReply> PutAsync(string number, string intent)
    {
        var order = ApiSite.Order();
        order["payments"]![0] = new JsonObject { ["provider"] = "Stripe", ["reference"] = intent, ["means"] = "card", ["label"] = "Visa •••• 4242", ["captured"] = 6000 };
        return ApiSite.SendAsync(_client, HttpMethod.Put, $"/api/orders/{number}", Encoding.UTF8.GetBytes(order.ToJsonString()));
    }

    private Task<bool> ApplyAsync() => _site.In(async services =>
    {
        while (await services.GetRequiredService<StripeEvents>().ApplyNextAsync())
        {
            // Until nothing is due.
        }

        return true;
    });
}
