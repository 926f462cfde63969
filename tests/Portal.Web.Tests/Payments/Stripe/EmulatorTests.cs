using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Portal.StripeEmulator;
using Portal.Web.Payments.Stripe;
using Stripe;

namespace Portal.Web.Tests.Payments.Stripe;

/// <summary>The emulator behaves as Stripe's documentation says, seen through Stripe's own library.</summary>
public sealed class EmulatorTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(PortalFactory.Start);
    private EmulatorServer _server = null!;
    private RefundService _refunds = null!;

    private Emulator Emulator => _server.Emulator;

    public async ValueTask InitializeAsync()
    {
        _server = await EmulatorServer.StartAsync(new EmulatorOptions { Clock = _clock });
        _refunds = new RefundService(Client());
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task SameKey_SameParameters_GivesTheFirstAnswerAgain()
    {
        var payment = Emulator.Pay(1000, "eur");
        var first = await RefundAsync(payment, 300, "key");
        var second = await RefundAsync(payment, 300, "key");
        Assert.Equal(first.Id, second.Id);
        Assert.False(first.StripeResponse.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal(["true"], second.StripeResponse.Headers.GetValues("Idempotent-Replayed"));
        var report = Emulator.Report();
        Assert.Equal((1, 2L, 1), (report.Refunds.Count, report.RefundCalls, report.Replays));
    }

    [Fact]
    public async Task SameKey_OtherParameters_IsAnError()
    {
        var payment = Emulator.Pay(1000, "eur");
        await RefundAsync(payment, 300, "key");
        var fault = await Assert.ThrowsAsync<StripeException>(() => RefundAsync(payment, 301, "key"));
        Assert.Equal((HttpStatusCode.BadRequest, "idempotency_error"), (fault.HttpStatusCode, fault.StripeError.Type));
        Assert.Single(Emulator.Report().Refunds);
    }

    [Fact]
    public async Task SameKey_WhileTheFirstCallIsAtWork_IsAConflict()
    {
        var payment = Emulator.Pay(1000, "eur");
        Emulator.Plan(new PlannedCall(CallFault.TimeoutLate));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RefundAsync(payment, 300, "key"));
        var fault = await Assert.ThrowsAsync<StripeException>(() => RefundAsync(payment, 300, "key"));
        Assert.Equal((HttpStatusCode.Conflict, "idempotency_key_in_use"), (fault.HttpStatusCode, fault.StripeError.Code));
        Assert.Empty(Emulator.Report().Refunds);
        Emulator.Advance();
        Assert.Equal(Assert.Single(Emulator.Report().Refunds).Id, (await RefundAsync(payment, 300, "key")).Id);
    }

    [Theory]
    [InlineData(CallFault.ErrorBefore, 0)]
    [InlineData(CallFault.ErrorAfter, 1)]
    public async Task ServerError_IsKeptUnderTheKeyForADay(CallFault planned, int refunds)
    {
        var payment = Emulator.Pay(1000, "eur");
        Emulator.Plan(new PlannedCall(planned));
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Equal(HttpStatusCode.InternalServerError, (await Assert.ThrowsAsync<StripeException>(() => RefundAsync(payment, 300, "key"))).HttpStatusCode);
        }

        Assert.Equal(refunds, Emulator.Report().Refunds.Count);
        _clock.Advance(TimeSpan.FromHours(24));
        await RefundAsync(payment, 300, "key");
        Assert.Equal(refunds + 1, Emulator.Report().Refunds.Count);
    }

    [Fact]
    public async Task NotYetBegun_IsNotKeptUnderTheKey()
    {
        var payment = Emulator.Pay(1000, "eur");
        Emulator.Plan(new PlannedCall(CallFault.RateLimit), new PlannedCall(CallFault.Conflict), new PlannedCall(CallFault.Unavailable));
        foreach (var expected in new[] { HttpStatusCode.TooManyRequests, HttpStatusCode.Conflict, HttpStatusCode.ServiceUnavailable })
        {
            Assert.Equal(expected, (await Assert.ThrowsAsync<StripeException>(() => RefundAsync(payment, 300, "key"))).HttpStatusCode);
        }

        await RefundAsync(payment, 300, "key");
        Assert.Single(Emulator.Report().Refunds);
    }

    [Fact]
    public async Task Refunds_UnderParallelLoad_NeverExceedTheCharge()
    {
        var payment = Emulator.Pay(1000, "eur");
        var refused = new ConcurrentBag<string?>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), async (index, _) =>
        {
            try
            {
                await RefundAsync(payment, 100, $"key-{index % 20}");
            }
            catch (StripeException fault)
            {
                refused.Add(fault.StripeError.Code);
            }
        });
        Assert.Equal(1000, Emulator.Report().Refunds.Sum(refund => refund.Amount));
        Assert.Equal(10, Emulator.Report().Refunds.Count);
        Assert.All(refused, code => Assert.Equal("charge_already_refunded", code));
        Assert.Equal(20, refused.Count);
    }

    [Fact]
    public async Task Refund_MoreThanIsLeft_IsRefusedWithoutACode()
    {
        var payment = Emulator.Pay(1000, "eur");
        await RefundAsync(payment, 900);
        var fault = await Assert.ThrowsAsync<StripeException>(() => RefundAsync(payment, 101));
        Assert.Equal((null, "amount"), (fault.StripeError.Code, fault.StripeError.Param));
    }

    [Fact]
    public async Task FailedRefund_IsLeftToRefundAgain()
    {
        var payment = Emulator.Pay(1000, "eur");
        Emulator.Plan(new PlannedCall(Fate: RefundFate.PendThenFail, FailureReason: "declined"));
        var failing = await RefundAsync(payment, 1000);
        Assert.Equal("pending", failing.Status);
        Emulator.Settle();
        var failed = await _refunds.GetAsync(failing.Id);
        Assert.Equal(("failed", "declined"), (failed.Status, failed.FailureReason));
        Assert.Equal("succeeded", (await RefundAsync(payment, 1000)).Status);
    }

    [Theory]
    [InlineData("isk", 150)]
    [InlineData("kwd", 1001)]
    [InlineData("eur", 0)]
    [InlineData("eur", -5)]
    public async Task Refund_AmountThatStripeDoesNotTake_IsRefused(string currency, long amount)
    {
        var payment = Emulator.Pay(10_000, currency);
        Assert.Equal(HttpStatusCode.BadRequest, (await Assert.ThrowsAsync<StripeException>(() => RefundAsync(payment, amount))).HttpStatusCode);
    }

    [Fact]
    public async Task List_ManyRefunds_ComesPageByPage()
    {
        var payment = Emulator.Pay(1000, "eur");
        var made = Enumerable.Range(0, 25).Select(_ => Emulator.RefundInDashboard(payment.Intent, 1).Id).Reverse().ToList();
        Emulator.RefundInDashboard(Emulator.Pay(5, "eur").Intent);
        var page = await _refunds.ListAsync(new RefundListOptions { PaymentIntent = payment.Intent });
        Assert.Equal((10, true), (page.Data.Count, page.HasMore));
        var listed = new List<string>();
        await foreach (var refund in _refunds.ListAutoPagingAsync(new RefundListOptions { Charge = payment.Charge, Limit = 7 }))
        {
            listed.Add(refund.Id);
        }

        Assert.Equal(made, listed);
    }

    [Fact]
    public async Task Mix_WithASeed_IsTheSameTwice()
    {
        async Task<IReadOnlyDictionary<string, int>> DealtAsync()
        {
            await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { Clock = _clock });
            server.Emulator.Mix(new FaultMix { Seed = 42, Calls = new Dictionary<CallFault, double> { [CallFault.RateLimit] = 0.3, [CallFault.ErrorAfter] = 0.2 } });
            var payment = server.Emulator.Pay(1000, "eur");
            var refunds = new RefundService(new StripeSettings("sk_test_1", null, server.ApiBase).Client());
            for (var index = 0; index < 30; index++)
            {
                await Record.ExceptionAsync(() => refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = payment.Intent, Amount = 1 }));
            }

            return server.Emulator.Report().Faults;
        }

        var first = await DealtAsync();
        Assert.Equal(["CallFault.ErrorAfter", "CallFault.RateLimit"], first.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(first, await DealtAsync());
    }

    [Fact]
    public async Task Key_OfNobody_IsRefused()
    {
        var refunds = new RefundService(new StripeSettings("sk_live_1", null, _server.ApiBase).Client());
        Assert.Equal(HttpStatusCode.Unauthorized, (await Assert.ThrowsAsync<StripeException>(() => refunds.ListAsync())).HttpStatusCode);
    }

    [Fact]
    public async Task Webhook_IsSignedAndSentUntilItIsAccepted()
    {
        using var site = new RecordingSite { Status = HttpStatusCode.InternalServerError };
        using var client = new HttpClient(site);
        Emulator.Webhooks.SendTo(new Uri("http://site.test/hook"), "whsec_1", client);
        Emulator.RefundInDashboard(Emulator.Pay(1000, "eur").Intent);
        Assert.Equal(0, await Emulator.Webhooks.DeliverAsync());
        site.Status = HttpStatusCode.OK;
        Assert.Equal(2, await Emulator.Webhooks.DeliverAsync());
        Assert.Equal(0, await Emulator.Webhooks.DeliverAsync());
        Assert.Equal(4, site.Received.Count);
        Assert.Equal(new WebhookReport(2, 2, 0, 0), Emulator.Report().Webhooks);
        Assert.All(site.Received, sent =>
            Assert.Equal("evt_", EventUtility.ConstructEvent(sent.Body, sent.Signature, "whsec_1", 300, _clock.GetUtcNow().ToUnixTimeSeconds(), throwOnApiVersionMismatch: false).Id[..4]));
    }

    [Theory]
    [InlineData(WebhookFault.Duplicate, "refund.created,refund.created,charge.refunded,charge.refunded")]
    [InlineData(WebhookFault.Drop, "")]
    [InlineData(WebhookFault.Delay, "")]
    [InlineData(WebhookFault.Reorder, "charge.refunded,refund.created")]
    public async Task Webhook_Fault_IsDealt(WebhookFault fault, string expected)
    {
        using var site = new RecordingSite();
        using var client = new HttpClient(site);
        Emulator.Webhooks.SendTo(new Uri("http://site.test/hook"), client: client);
        Emulator.Mix(new FaultMix { Webhooks = new Dictionary<WebhookFault, double> { [fault] = 1 } });
        Emulator.RefundInDashboard(Emulator.Pay(1000, "eur").Intent);
        await Emulator.Webhooks.DeliverAsync();
        Assert.Equal(expected, string.Join(',', site.Received.Select(sent => EventUtility.ParseEvent(sent.Body, throwOnApiVersionMismatch: false).Type)));
        Emulator.Mix(new FaultMix());
        Emulator.Advance();
        await Emulator.Webhooks.DeliverAsync();
        Assert.Equal(fault == WebhookFault.Delay, site.Received.Exists(sent => sent.Body.Contains("charge.refunded", StringComparison.Ordinal)) && expected.Length == 0);
    }

    private IStripeClient Client() => new StripeSettings("sk_test_1", null, _server.ApiBase).Client(new Impatience(Emulator));

    private Task<Refund> RefundAsync(EmulatedPayment payment, long amount, string? key = null) =>
        _refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = payment.Intent, Amount = amount }, new RequestOptions { IdempotencyKey = key ?? Guid.NewGuid().ToString() });

    private sealed class RecordingSite : HttpMessageHandler
    {
        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public List<(string Body, string Signature)> Received { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Received.Add((Encoding.UTF8.GetString(await request.Content!.ReadAsByteArrayAsync(cancellationToken)), request.Headers.GetValues("Stripe-Signature").Single()));
            return new HttpResponseMessage(Status);
        }
    }
}
