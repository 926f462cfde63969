using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Payments;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Payments;

public abstract class RefundExecutorTests : DatabaseTest
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeaseEnds = TimeSpan.FromSeconds(61);

    private readonly FakeTimeProvider _clock = new(PortalFactory.Start);
    private readonly ScriptedProvider _provider = new();

    [Fact]
    public async Task Demo_Refund_IsPendingForTwoSecondsThenSucceeded()
    {
        var rma = await OpenAsync("P-1014");
        var demo = new DemoProvider(_clock);
        Assert.True(await ExecuteAsync(demo));
        await AssertAsync(rma, RefundState.Pending, MoneyState.Pending, CaseState.Open);
        Assert.False(await ExecuteAsync(demo));
        _clock.Advance(Pause);
        Assert.True(await ExecuteAsync(demo));
        var loaded = await AssertAsync(rma, RefundState.Succeeded, MoneyState.Succeeded, CaseState.Closed);
        var refund = Assert.Single(loaded.Refunds);
        Assert.Equal(new LocalDate(2026, 11, 23), refund.ArrivesBy);
        Assert.StartsWith("DEMO-", refund.Reference, StringComparison.Ordinal);
        Assert.Equal(
            [TimelineEventKind.Opened, TimelineEventKind.ApprovedToKeep, TimelineEventKind.RefundSent, TimelineEventKind.Refunded],
            loaded.Case.Events.Select(happened => happened.Kind));
        Assert.Equal(loaded.Case.Total, loaded.Case.Events[^1].Amount);
        Assert.Equal(loaded.Order.Order.Payments[0].Label, loaded.Case.Events[^1].PaymentLabel);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.False(await ExecuteAsync(demo));
    }

    [Fact]
    public async Task Execute_NothingDue_DoesNothing() => Assert.False(await ExecuteAsync(_provider));

    [Fact]
    public async Task Execute_Refund_AsksForTheRowsAmountUnderTheRowsId()
    {
        var rma = await OpenAsync("P-1014");
        await ExecuteAsync(_provider);
        var loaded = await LoadAsync(rma);
        var asked = Assert.Single(_provider.Asked);
        Assert.Equal(
            (loaded.Refunds[0].Id, loaded.Refunds[0].Amount, "EUR", loaded.Order.Order.Payments[0].Reference),
            (asked.Id, asked.Amount.Minor, asked.Amount.Currency.Code, asked.PaymentReference));
    }

    // Decided: intent before effect. When the provider is called, the row says that it may know.
    [Fact]
    public async Task Execute_BeforeTheProviderIsAsked_TheRowIsSending()
    {
        var rma = await OpenAsync("P-1014");
        RefundState? seen = null;
        _provider.Refund = async _ =>
        {
            seen = (await LoadAsync(rma)).Refunds[0].State;
            return new ProviderAnswer.Pending("x");
        };
        await ExecuteAsync(_provider);
        Assert.Equal(RefundState.Sending, seen);
    }

    // Faults of others: a failed refund still shown as paid (woocommerce-gateway-stripe 4405).
    [Fact]
    public async Task Execute_ProviderRefuses_IsFailedAndOwedNoMore()
    {
        var rma = await OpenAsync("P-1014");
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Failed("expired_card"));
        await ExecuteAsync(_provider);
        var loaded = await AssertAsync(rma, RefundState.Failed, MoneyState.Failed, CaseState.Open);
        Assert.False(loaded.Refunds[0].IsOwed);
        Assert.Contains(TimelineEventKind.RefundFailed, loaded.Case.Events.Select(happened => happened.Kind));
        _clock.Advance(LeaseEnds);
        Assert.False(await ExecuteAsync(_provider));
        Assert.Single(_provider.Asked);
    }

    [Fact]
    public async Task Execute_PendingRefundFailsLater_IsFailed()
    {
        var rma = await OpenAsync("P-1014");
        await ExecuteAsync(_provider);
        _provider.Find = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Failed("lost_or_stolen_card"));
        _clock.Advance(Pause);
        await ExecuteAsync(_provider);
        await AssertAsync(rma, RefundState.Failed, MoneyState.Failed, CaseState.Open);
    }

    // Decided: a time-out is Unknown, not Failed; the provider is asked what happened.
    [Fact]
    public async Task Execute_AnswerLostAfterTheEffect_AsksWhatHappenedAndNeverSendsAgain()
    {
        var rma = await OpenAsync("P-1014");
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Unknown());
        _provider.Find = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Succeeded("ref-1", new LocalDate(2026, 11, 25)));
        await ExecuteAsync(_provider);
        await AssertAsync(rma, RefundState.Unknown, MoneyState.Unknown, CaseState.Open);
        _clock.Advance(Pause);
        await ExecuteAsync(_provider);
        await AssertAsync(rma, RefundState.Succeeded, MoneyState.Succeeded, CaseState.Closed);
        Assert.Single(_provider.Asked);
        Assert.Single(_provider.Found);
    }

    // Faults of others: the idempotency key is rebuilt on a retry (saleor/apps 2446).
    [Fact]
    public async Task Execute_AnswerLostBeforeTheEffect_SendsAgainUnderTheSameId()
    {
        var rma = await OpenAsync("P-1014");
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Unknown());
        await ExecuteAsync(_provider);
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Pending("ref-1"));
        _clock.Advance(Pause);
        await ExecuteAsync(_provider);
        await AssertAsync(rma, RefundState.Pending, MoneyState.Pending, CaseState.Open);
        Assert.Equal(2, _provider.Asked.Count);
        Assert.Equal(_provider.Asked[0], _provider.Asked[1]);
    }

    [Fact]
    public async Task Execute_ProviderThrows_IsAskedAboutOnceTheLeaseEnds()
    {
        var rma = await OpenAsync("P-1014");
        _provider.Refund = _ => throw new HttpRequestException("connection reset");
        _provider.Find = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Pending("ref-1"));
        await Assert.ThrowsAsync<HttpRequestException>(() => ExecuteAsync(_provider));
        Assert.Equal(RefundState.Sending, (await LoadAsync(rma)).Refunds[0].State);
        _clock.Advance(Pause);
        Assert.False(await ExecuteAsync(_provider));
        _clock.Advance(LeaseEnds);
        Assert.True(await ExecuteAsync(_provider));
        await AssertAsync(rma, RefundState.Pending, MoneyState.Pending, CaseState.Open);
        Assert.Single(_provider.Asked);
    }

    [Fact]
    public async Task Execute_PendingRefundTheProviderForgets_IsNotSentAgain()
    {
        var rma = await OpenAsync("P-1014");
        await ExecuteAsync(_provider);
        _clock.Advance(Pause);
        await ExecuteAsync(_provider);
        await AssertAsync(rma, RefundState.Pending, MoneyState.Pending, CaseState.Open);
        Assert.Single(_provider.Asked);
    }

    // Faults of others: double refund when two parties race (woocommerce-gateway-stripe 2724, 838).
    [Fact]
    public async Task Execute_AnotherNodeWhileTheProviderIsAsked_FindsNothingDue()
    {
        await OpenAsync("P-1014");
        var other = true;
        _provider.Refund = async _ =>
        {
            other = await ExecuteAsync(_provider);
            return new ProviderAnswer.Pending("ref-1");
        };
        await ExecuteAsync(_provider);
        Assert.False(other);
        Assert.Single(_provider.Asked);
    }

    [Fact]
    public async Task Execute_EightNodesAtOnce_SendEachRefundOnce()
    {
        await OpenAsync("P-1014");
        await OpenAsync("P-1001");
        await OpenAsync("P-1006", new Asked("L2"));
        await OpenAsync("P-1012", new Asked("L2"));
        _provider.Find = order => Task.FromResult<ProviderAnswer>(_provider.Asked.Any(asked => asked.Id == order.Id) ? new ProviderAnswer.Pending("ref") : new ProviderAnswer.Unknown());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(WorkAsync)));
        _clock.Advance(LeaseEnds);
        await WorkAsync();
        await using var database = Open();
        var stored = await database.Refunds.ToListAsync();
        Assert.Equal(5, stored.Count);
        Assert.All(stored, refund => Assert.Equal(RefundState.Pending, refund.State));
        Assert.Equal(stored.Select(refund => refund.Id).Order(), _provider.Asked.Select(order => order.Id).Order());
    }

    [Fact]
    public async Task Execute_OneOfTwoPaymentsFails_TheCaseSaysFailedUntilNothingIs()
    {
        var rma = await OpenAsync("P-1006", new Asked("L2"));
        Assert.Equal(2, (await LoadAsync(rma)).Refunds.Count);
        _provider.Refund = order => Task.FromResult<ProviderAnswer>(_provider.Asked.Count == 1 ? new ProviderAnswer.Failed("no") : new ProviderAnswer.Succeeded("ref", new LocalDate(2026, 11, 25)));
        await ExecuteAsync(_provider);
        await ExecuteAsync(_provider);
        var loaded = await LoadAsync(rma);
        Assert.Equal([RefundState.Failed, RefundState.Succeeded], loaded.Refunds.Select(refund => refund.State).Order().Reverse());
        Assert.Equal((MoneyState.Failed, CaseState.Open), (loaded.Case.Money, loaded.Case.State));
    }

    [Fact]
    public async Task Execute_FailedRefund_MayBePlannedAgain()
    {
        var rma = await OpenAsync("P-1014");
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Failed("no"));
        await ExecuteAsync(_provider);
        var loaded = await LoadAsync(rma);
        Assert.All(loaded.Order.Facts.Payments, payment => Assert.True(payment.Refunded.IsZero));
    }

    private async Task<string> OpenAsync(string number, Asked? asked = null)
    {
        await using var visit = new Visit(Open(), _clock);
        await visit.StoreAsync(number);
        return await visit.OpenedAsync(number, asked ?? new Asked("L1"));
    }

    private async Task<bool> ExecuteAsync(IPaymentProvider provider)
    {
        await using var database = Open();
        return await new RefundExecutor(database, [provider], _clock, NullLogger<RefundExecutor>.Instance).ExecuteNextAsync();
    }

    // What the worker does: two refunds of one case may collide over the case's row; the one that loses is asked about later.
    private async Task WorkAsync()
    {
        for (var isDue = true; isDue;)
        {
            try
            {
                isDue = await ExecuteAsync(_provider);
            }
            catch (DbUpdateConcurrencyException)
            {
                isDue = true;
            }
        }
    }

    private async Task<LoadedCase> LoadAsync(string rma)
    {
        await using var visit = new Visit(Open(), _clock);
        return (await visit.Cases.FindAsync(rma))!;
    }

    private async Task<LoadedCase> AssertAsync(string rma, RefundState refund, MoneyState money, CaseState state)
    {
        var loaded = await LoadAsync(rma);
        Assert.Equal(refund, Assert.Single(loaded.Refunds).State);
        Assert.Equal((money, state), (loaded.Case.Money, loaded.Case.State));
        return loaded;
    }
}
