using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Notifications;
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
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Failed(RefundFault.CardGone));
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
        _provider.Find = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Failed(RefundFault.CardGone));
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
        _provider.Find = order => Task.FromResult<ProviderAnswer>(_provider.Asked.Any(asked => asked.Id == order.Id) ? new ProviderAnswer.Pending($"ref-{order.Id:N}") : new ProviderAnswer.NotFound());
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
        _provider.Refund = order => Task.FromResult<ProviderAnswer>(_provider.Asked.Count == 1 ? new ProviderAnswer.Failed(RefundFault.Declined) : new ProviderAnswer.Succeeded("ref", new LocalDate(2026, 11, 25)));
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
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Failed(RefundFault.Declined));
        await ExecuteAsync(_provider);
        var loaded = await LoadAsync(rma);
        Assert.All(loaded.Order.Facts.Payments, payment => Assert.True(payment.Refunded.IsZero));
    }

    // Stripe keeps a server error under its key and repeats it: only a fresh key helps, once the refund is known to be absent.
    [Fact]
    public async Task Execute_KeySpentOnAServerError_SendsUnderAFreshKeyOnlyWhenAbsent()
    {
        await OpenAsync("P-1014");
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Unknown(IsKeySpent: true));
        await ExecuteAsync(_provider);
        _clock.Advance(Pause);
        Assert.False(await ExecuteAsync(_provider));
        _clock.Advance(RefundPatience.UntilAbsent.ToTimeSpan());
        Assert.True(await ExecuteAsync(_provider));
        Assert.Equal([_provider.Asked[0].Id.ToString("N"), $"{_provider.Asked[0].Id:N}-2"], _provider.Asked.Select(order => order.Key));
    }

    [Fact]
    public async Task Execute_NotNowKeptUnderTheKey_IsTriedAgainUnderAFreshOne()
    {
        await OpenAsync("P-1014");
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Later(RefundFault.InsufficientBalance, IsKeySpent: true));
        await ExecuteAsync(_provider);
        _clock.Advance(LeaseEnds);
        await ExecuteAsync(_provider);
        Assert.Equal(2, _provider.Asked.Select(order => order.Key).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Execute_KeySpentButTheRefundExists_IsNotSentAgain()
    {
        var rma = await OpenAsync("P-1014");
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Unknown(IsKeySpent: true));
        await ExecuteAsync(_provider);
        _provider.Find = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Pending("ref-1"));
        _clock.Advance(LeaseEnds);
        await ExecuteAsync(_provider);
        await AssertAsync(rma, RefundState.Pending, MoneyState.Pending, CaseState.Open);
        Assert.Single(_provider.Asked);
    }

    [Fact]
    public async Task Execute_NotNow_IsTriedAgainWithGrowingPauses_ThenGivenUpToAnotherWay()
    {
        var rma = await OpenAsync("P-1014");
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Later(RefundFault.InsufficientBalance));
        await ExecuteAsync(_provider);
        var first = (await AssertAsync(rma, RefundState.Planned, MoneyState.Planned, CaseState.Open)).Refunds[0];
        Assert.Equal(RefundFault.InsufficientBalance, first.Fault);
        for (var hours = 0; hours < 80; hours++)
        {
            _clock.Advance(TimeSpan.FromHours(1));
            await ExecuteAsync(_provider);
        }

        var refund = (await AssertAsync(rma, RefundState.Failed, MoneyState.Failed, CaseState.Open)).Refunds[0];
        Assert.Equal(RefundFault.GaveUp, refund.Fault);
        Assert.InRange(refund.Attempts, 70, 75);
    }

    // Held, or without its provider, for days: patience begins with the first try.
    [Fact]
    public async Task Execute_NotNow_IsGivenUpByTheTimeSinceItsFirstTryNotSinceItWasPlanned()
    {
        var rma = await OpenAsync("P-1014");
        _clock.Advance(TimeSpan.FromDays(4));
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Later(RefundFault.InsufficientBalance));
        _provider.Find = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.NotFound());
        var tried = Instant.FromDateTimeOffset(_clock.GetUtcNow());
        await ExecuteAsync(_provider);
        Assert.Equal(tried, (await AssertAsync(rma, RefundState.Planned, MoneyState.Planned, CaseState.Open)).Refunds[0].SentAt);
        _clock.Advance(RefundPatience.UntilGivenUp.ToTimeSpan());
        await ExecuteAsync(_provider);
        await AssertAsync(rma, RefundState.Planned, MoneyState.Planned, CaseState.Open);
        _clock.Advance(TimeSpan.FromHours(1));
        await ExecuteAsync(_provider);
        Assert.Equal(RefundFault.GaveUp, (await AssertAsync(rma, RefundState.Failed, MoneyState.Failed, CaseState.Open)).Refunds[0].Fault);
    }

    // Whether it happened is not known: it is never given up, since another way would pay twice.
    [Fact]
    public async Task Execute_NobodyKnowsForDays_IsAskedAboutForEver_AndAPersonIsTold()
    {
        var rma = await OpenAsync("P-1014");
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Unknown());
        _provider.Find = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Later(RefundFault.Busy));
        for (var hours = 0; hours < 100; hours++)
        {
            await ExecuteAsync(_provider);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        var refund = (await AssertAsync(rma, RefundState.Unknown, MoneyState.Unknown, CaseState.Open)).Refunds[0];
        Assert.NotNull(refund.EscalatedAt);
        Assert.Single(_provider.Asked);
    }

    // The lease has ended and another worker has sent it: the one that slept must not send.
    [Fact]
    public async Task Execute_LeaseLostBeforeSending_AsksNobody()
    {
        var rma = await OpenAsync("P-1014");
        await using (var database = Open())
        {
            var refund = await database.Refunds.SingleAsync();
            (refund.SentAt, refund.State, refund.NextAt) = (PortalNow, RefundState.Unknown, PortalNow);
            await database.SaveChangesAsync();
        }

        var inner = new ScriptedProvider();
        _provider.Find = async _ =>
        {
            _clock.Advance(LeaseEnds);
            inner.Find = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.NotFound());
            await ExecuteAsync(inner);
            return new ProviderAnswer.NotFound();
        };
        await ExecuteAsync(_provider);
        Assert.Single(inner.Asked);
        Assert.Empty(_provider.Asked);
        await AssertAsync(rma, RefundState.Pending, MoneyState.Pending, CaseState.Open);
    }

    // woocommerce-gateway-stripe 2724: the provider's event and the worker's own answer arrive at once.
    [Fact]
    public async Task Apply_EventWhileTheWorkerAsks_CountsOnce()
    {
        var rma = await OpenAsync("P-1014");
        _provider.Refund = async order =>
        {
            await ApplyAsync(order.Id, new ProviderAnswer.Succeeded("ref-1", new LocalDate(2026, 11, 25)));
            return new ProviderAnswer.Pending("ref-1");
        };
        await ExecuteAsync(_provider);
        var loaded = await AssertAsync(rma, RefundState.Succeeded, MoneyState.Succeeded, CaseState.Closed);
        Assert.Single(loaded.Case.Events, happened => happened.Kind == TimelineEventKind.Refunded);
    }

    // woocommerce-gateway-stripe 4405: a refund that fails after it succeeded is still shown as paid.
    [Fact]
    public async Task Apply_SucceededRefundFailsLater_ReopensTheCase()
    {
        var rma = await OpenAsync("P-1014");
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Succeeded("ref-1", new LocalDate(2026, 11, 25)));
        await ExecuteAsync(_provider);
        var refund = (await AssertAsync(rma, RefundState.Succeeded, MoneyState.Succeeded, CaseState.Closed)).Refunds[0];
        await ApplyAsync(refund.Id, new ProviderAnswer.Failed(RefundFault.CardGone));
        await ApplyAsync(refund.Id, new ProviderAnswer.Failed(RefundFault.CardGone));
        var loaded = await AssertAsync(rma, RefundState.Failed, MoneyState.Failed, CaseState.Open);
        Assert.Single(loaded.Case.Events, happened => happened.Kind == TimelineEventKind.RefundFailed);
    }

    [Fact]
    public async Task TakeIn_RefundMadeAtTheProvider_LowersWhatIsLeftOnceAndWaitsForAPerson()
    {
        await using (var visit = new Visit(Open(), _clock))
        {
            await visit.StoreAsync("P-1014");
        }

        await using var database = Open();
        var payment = await database.Set<Portal.Web.Orders.Payment>().SingleAsync();
        var outcomes = Outcomes(database);
        var amount = new Portal.Returns.Money(100, Portal.Returns.Currency.Of("EUR"));
        await outcomes.TakeInAsync(payment.Id, "re_1", amount, new ProviderAnswer.Succeeded("re_1", new LocalDate(2026, 11, 25)));
        await outcomes.TakeInAsync(payment.Id, "re_1", amount, new ProviderAnswer.Succeeded("re_1", new LocalDate(2026, 11, 25)));
        await using var later = new Visit(Open(), _clock);
        var order = (await later.Orders.LoadAsync(payment.OrderId))!;
        Assert.Equal((100, CaseState.NeedsReview, MoneyState.Succeeded), (order.Facts.Payments[0].Refunded.Minor, Assert.Single(order.Cases).State, order.Cases[0].Money));
        Assert.False(await ExecuteAsync(_provider));
    }

    // A node without the key must not call a refund failed that the provider may still pay.
    [Theory]
    [InlineData(RefundState.Pending)]
    [InlineData(RefundState.Unknown)]
    [InlineData(RefundState.Sending)]
    public async Task Execute_ProviderIsGoneForDays_LeavesWhatItMayHaveHeardOf(RefundState state)
    {
        var rma = await OpenAsync("P-1014");
        await using (var database = Open())
        {
            await database.Refunds.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state).SetProperty(row => row.SentAt, PortalNow));
        }

        _clock.Advance(TimeSpan.FromDays(4));
        await using var later = Open();
        Assert.True(await new RefundExecutor(later, Outcomes(later), [], _clock).ExecuteNextAsync());
        Assert.True(Assert.Single((await LoadAsync(rma)).Refunds).IsOwed);
    }

    // A backup says of a refund that it was never sent, but it was, after the copy was made.
    [Fact]
    public async Task Execute_OldRowNeverSent_IsLookedForFirst()
    {
        await OpenAsync("P-1014");
        _clock.Advance(TimeSpan.FromHours(2));
        _provider.Find = order => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Succeeded("found", new LocalDate(2026, 11, 25)));
        await ExecuteAsync(_provider);
        Assert.Empty(_provider.Asked);
    }

    private static Instant PortalNow => Instant.FromDateTimeOffset(PortalFactory.Start);

    private RefundOutcomes Outcomes(Portal.Web.Data.PortalDbContext database) => new(database, new Mails(database, _clock), _clock, NullLogger<RefundOutcomes>.Instance);

    private async Task ApplyAsync(Guid refund, ProviderAnswer answer)
    {
        await using var database = Open();
        await Outcomes(database).ApplyAsync(refund, answer);
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
        return await new RefundExecutor(database, Outcomes(database), [provider], _clock).ExecuteNextAsync();
    }

    private async Task WorkAsync()
    {
        while (await ExecuteAsync(_provider))
        {
            // Until nothing is due.
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
