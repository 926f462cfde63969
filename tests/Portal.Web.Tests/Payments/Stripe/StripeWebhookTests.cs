using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.StripeEmulator;
using Portal.Web.Data;
using Portal.Web.Payments.Stripe;

namespace Portal.Web.Tests.Payments.Stripe;

/// <summary>A site that is connected to an emulator.</summary>
public sealed class StripeSite : IAsyncLifetime
{
    public const string WebhookSecret = "whsec_test";

    private readonly PortalFactory _factory = new();

    public EmulatorServer Server { get; private set; } = null!;

    public PortalFactory Connected { get; } = new();

    public DateTimeOffset Now => Connected.Clock.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        Server = await EmulatorServer.StartAsync(new EmulatorOptions { Clock = Connected.Clock });
        (Connected.Settings["Stripe:SecretKey"], Connected.Settings["Stripe:WebhookSecret"], Connected.Settings["Stripe:ApiBase"]) = ("sk_test_1", WebhookSecret, Server.ApiBase);
    }

    public async ValueTask DisposeAsync()
    {
        await Connected.DisposeAsync();
        await Server.DisposeAsync();
    }
}

/// <summary>What arrives at the webhook over HTTP, from Stripe and from others.</summary>
public sealed class StripeWebhookTests(StripeSite site, SharedPortal shop) : IClassFixture<StripeSite>, IAsyncLifetime
{
    private const string Address = "/api/stripe/webhook";

    private const string Refunded = """{"id":"evt_1","object":"event","type":"refund.updated","data":{"object":{"id":"re_1","object":"refund"}}}""";

    private readonly HttpClient _client = site.Connected.CreateClient();

    public async ValueTask InitializeAsync() => await InAsync(database => database.StripeEvents.ExecuteDeleteAsync());

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Signed_IsStoredWithNothingButNames()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Refunded));
        var stored = Assert.Single(await StoredAsync());
        Assert.Equal(("evt_1", "refund.updated", "re_1", null), (stored.Id, stored.Type, stored.ObjectId, stored.AppliedAt));
    }

    [Fact]
    public async Task Signed_OfAnotherVersionOfTheApi_IsStored() =>
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Refunded.Replace("\"object\":\"event\"", "\"object\":\"event\",\"api_version\":\"2019-01-01\"", StringComparison.Ordinal)));

    [Fact]
    public async Task Signed_Again_IsStoredOnce()
    {
        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(Refunded));
        }

        Assert.Single(await StoredAsync());
    }

    [Fact]
    public async Task Signed_ManyTimesAtOnce_IsStoredOnce()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => StatusAsync(Refunded)));
        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Single(await StoredAsync());
    }

    [Fact]
    public async Task Signed_OfNoUse_IsAcceptedAndNotStored()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Refunded.Replace("refund.updated", "customer.created", StringComparison.Ordinal)));
        Assert.Empty(await StoredAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("t=")]
    [InlineData("v1=")]
    [InlineData("t=1,v1")]
    [InlineData("=")]
    [InlineData(",,,")]
    [InlineData("t=abc,v1=00")]
    [InlineData("t=99999999999999999999,v1=00")]
    [InlineData("t=1,t=2,v1=00")]
    [InlineData("t=1763460000")]
    [InlineData("v1=ab,v1=cd")]
    [InlineData("t=-1,v1=00")]
    [InlineData("t=1763460000,v1=ü")]
    public async Task Signature_OfNoShape_IsRefused(string? signature) => await AssertRefusedAsync(Refunded, signature);

    [Fact]
    public async Task Signature_ByAnotherSecret_IsRefused() => await AssertRefusedAsync(Refunded, Webhooks.Sign(Refunded, "whsec_other", site.Now));

    [Fact]
    public async Task Signature_OfAnotherBody_IsRefused() => await AssertRefusedAsync(Refunded + " ", Webhooks.Sign(Refunded, StripeSite.WebhookSecret, site.Now));

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    [InlineData(-86400)]
    public async Task Signature_OfAnotherTime_IsRefused(int seconds) => await AssertRefusedAsync(Refunded, Webhooks.Sign(Refunded, StripeSite.WebhookSecret, site.Now.AddSeconds(seconds)));

    [Theory]
    [InlineData(-299)]
    [InlineData(299)]
    public async Task Signature_WithinTheTolerance_IsAccepted(int seconds) =>
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(Refunded, Webhooks.Sign(Refunded, StripeSite.WebhookSecret, site.Now.AddSeconds(seconds)))).StatusCode);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"evt_1\"")]
    [InlineData("{}")]
    [InlineData("{\"id\":\"evt_1\"}")]
    [InlineData("{\"id\":1,\"type\":\"refund.updated\",\"data\":{\"object\":{\"id\":\"re_1\"}}}")]
    [InlineData("{\"id\":\"evt_1\",\"type\":\"refund.updated\",\"data\":[]}")]
    [InlineData("{\"id\":\"evt_1\",\"type\":\"refund.updated\",\"data\":{\"object\":null}}")]
    [InlineData("{\"id\":\"\",\"type\":\"refund.updated\",\"data\":{\"object\":{\"id\":\"re_1\"}}}")]
    [InlineData("{\"id\":\"evt_\\u0000\",\"type\":\"refund.updated\",\"data\":{\"object\":{\"id\":\"re_1\"}}}")]
    [InlineData("{\"id\":\"evt_1\",\"type\":\"refund.updated\"")]
    public async Task Signed_ButNoEvent_IsRefused(string body) => await AssertRefusedAsync(body, Webhooks.Sign(body, StripeSite.WebhookSecret, site.Now));

    [Fact]
    public async Task Signed_NestedWithoutEnd_IsRefused()
    {
        var body = new string('[', 10_000);
        await AssertRefusedAsync(body, Webhooks.Sign(body, StripeSite.WebhookSecret, site.Now));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_Huge_IsNotReadToTheEnd(bool isLengthKnown)
    {
        var body = Refunded + new string(' ', StripeWebhook.MaxBytes);
        using var request = Request(body, Webhooks.Sign(body, StripeSite.WebhookSecret, site.Now));
        request.Headers.TransferEncodingChunked = !isLengthKnown;
        await AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, await _client.SendAsync(request));
    }

    // 500 mutations of a signed event, half of them signed anew: nothing but 200, 400; never a fault of ours.
    [Fact]
    public async Task Body_Mutated_IsNeverAFaultOfOurs()
    {
        var dice = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Refunded);
            for (var change = dice.Next(1, 6); change > 0; change--)
            {
                bytes[dice.Next(bytes.Length)] = (byte)dice.Next(256);
            }

            var body = Encoding.UTF8.GetString(bytes);
            var signature = Webhooks.Sign(round % 2 == 0 ? body : Refunded, StripeSite.WebhookSecret, site.Now);
            Assert.Contains((await PostAsync(body, signature)).StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest });
        }

        Assert.All(await StoredAsync(), said => Assert.Matches("^[A-Za-z0-9_.]+$", said.Id + said.Type + "_" + said.ObjectId));
    }

    [Fact]
    public async Task NotConnected_IsNotFound()
    {
        using var client = shop.Site.Client();
        await AssertProblemAsync(HttpStatusCode.NotFound, await client.PostAsync(Address, new StringContent(Refunded)));
        Assert.Null(shop.Site.Services.GetService<StripeProvider>());
    }

    // The whole way: Stripe's event over HTTP, its row, the worker's work, a case for a person.
    [Fact]
    public async Task Emulator_ToTheLedger_TakesARefundIn()
    {
        var emulator = site.Server.Emulator;
        var payment = await InAsync(async database =>
        {
            var first = await database.Set<Portal.Web.Orders.Payment>().OrderBy(row => row.Id).FirstAsync();
            (first.Provider, first.Reference) = (StripeProvider.Called, emulator.Pay(first.Captured, "eur").Intent);
            await database.SaveChangesAsync();
            return first;
        });
        emulator.Webhooks.SendTo(new Uri(_client.BaseAddress!, Address), StripeSite.WebhookSecret, _client);
        emulator.Mix(new FaultMix { Webhooks = new Dictionary<WebhookFault, double> { [WebhookFault.Duplicate] = 0.5, [WebhookFault.Reorder] = 0.5 } });
        emulator.RefundInDashboard(payment.Reference, 10);
        await emulator.Webhooks.DeliverAsync();
        Assert.Equal(0, emulator.Report().Webhooks.Waiting);
        await using (var scope = site.Connected.Services.CreateAsyncScope())
        {
            while (await scope.ServiceProvider.GetRequiredService<StripeEvents>().ApplyNextAsync())
            {
                // Until nothing is due.
            }
        }

        var refund = await InAsync(database => database.Refunds.SingleAsync(row => row.PaymentId == payment.Id));
        Assert.Equal((10, emulator.Report().Refunds[0].Id), (refund.Amount, refund.Reference));
    }

    private async Task AssertRefusedAsync(string body, string? signature)
    {
        await AssertProblemAsync(HttpStatusCode.BadRequest, await PostAsync(body, signature));
        Assert.Empty(await StoredAsync());
    }

    private static async Task AssertProblemAsync(HttpStatusCode expected, HttpResponseMessage answer)
    {
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)expected, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("status").GetInt32());
    }

    private async Task<HttpStatusCode> StatusAsync(string body) => (await PostAsync(body, Webhooks.Sign(body, StripeSite.WebhookSecret, site.Now))).StatusCode;

    private async Task<HttpResponseMessage> PostAsync(string body, string? signature)
    {
        using var request = Request(body, signature);
        return await _client.SendAsync(request);
    }

    private static HttpRequestMessage Request(string body, string? signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        }

        return request;
    }

    private Task<List<StripeEvent>> StoredAsync() => InAsync(database => database.StripeEvents.AsNoTracking().ToListAsync());

    private async Task<T> InAsync<T>(Func<PortalDbContext, Task<T>> work)
    {
        await using var scope = site.Connected.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }
}
