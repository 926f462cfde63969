using Microsoft.EntityFrameworkCore;
using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.StripeEmulator;
using Portal.Web.Cases;
using Portal.Web.Payments;
using Portal.Web.Payments.Stripe;

namespace Portal.Web.Tests.Payments.Stripe;

/// <summary>Refund rows, worker, Stripe and events together: whatever is lost, every refund is made once and told as it is.</summary>
public abstract class StripeSpineTests : StripeTest
{
    public static TheoryData<CallFault> EveryFault => [.. Enum.GetValues<CallFault>()];

    // Faults of others: an idempotency key that is rebuilt on retry pays twice (saleor/apps 2446).
    [Theory]
    [MemberData(nameof(EveryFault))]
    public async Task Refund_AnyFaultOnTheWay_IsMadeOnce(CallFault fault)
    {
        var rma = await OpenCaseAsync();
        Emulator.Plan(new PlannedCall(fault));
        await WorkAsync(2);
        Emulator.Settle();
        await WorkAsync(5);
        await AssertPaidOnceAsync(rma);
    }

    [Fact]
    public async Task Refund_OneFaultAfterTheOther_IsMadeOnce()
    {
        var rma = await OpenCaseAsync();
        Emulator.Plan(
            new PlannedCall(CallFault.TimeoutBefore), new PlannedCall(CallFault.RateLimit), new PlannedCall(CallFault.ErrorBefore), new PlannedCall(CallFault.BalanceInsufficient), new PlannedCall(CallFault.ErrorAfter));
        Emulator.Plan(new PlannedCall(CallFault.Unavailable, On: "GET /v1/refunds"), new PlannedCall(CallFault.TimeoutBefore, On: "GET /v1/refunds"));
        await WorkAsync(90);
        await AssertPaidOnceAsync(rma);
        Assert.Equal(7, Emulator.Report().Faults.Values.Sum());
    }

    // A call that is still at work when its caller has given up: a fresh key would pay twice.
    [Fact]
    public async Task Refund_EffectComesLongAfterTheTimeout_IsMadeOnce()
    {
        var rma = await OpenCaseAsync();
        Emulator.Plan(new PlannedCall(CallFault.TimeoutLate));
        await WorkAsync(30);
        Assert.Empty(Emulator.Report().Refunds);
        Assert.Equal(RefundState.Unknown, Assert.Single((await LoadAsync(rma)).Refunds).State);
        Emulator.Settle();
        await WorkAsync(30);
        await AssertPaidOnceAsync(rma);
    }

    // woocommerce-gateway-stripe 2724 and 838: the event overtakes the answer, and both refund.
    [Fact]
    public async Task Events_WhileTheAnswerIsOnItsWay_CountOnce()
    {
        var rma = await OpenCaseAsync();
        var overtaken = new Overtaken(Provider, async () => await AnnounceAsync(await HappenedAsync()));
        await WorkAsync(provider: overtaken);
        await AnnounceAsync(await HappenedAsync());
        await AssertPaidOnceAsync(rma);
        Assert.Single((await LoadAsync(rma)).Order.Cases);
    }

    // The same, with the answer lost: the events alone bring the case to its end.
    [Fact]
    public async Task Events_InsteadOfALostAnswer_EndTheCase()
    {
        var rma = await OpenCaseAsync();
        Emulator.Plan(new PlannedCall(CallFault.TimeoutAfter));
        await ExecuteAsync(Provider);
        Assert.Equal(RefundState.Unknown, (await LoadAsync(rma)).Refunds[0].State);
        await AnnounceAsync(await HappenedAsync());
        await AssertPaidOnceAsync(rma);
        await WorkAsync(5);
        Assert.Equal(1, Emulator.Report().RefundCalls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Events_InAnyOrderAnyNumberOfTimes_LeadToTheSameEnd(bool isBackwards)
    {
        var rma = await OpenCaseAsync();
        Emulator.Plan(new PlannedCall(Fate: RefundFate.PendThenSucceed));
        await WorkAsync();
        Emulator.Settle();
        var happened = await HappenedAsync();
        Assert.Equal(["refund.created", "charge.refunded", "refund.updated", "refund.updated"], happened.Select(said => said.Type));
        if (isBackwards)
        {
            happened.Reverse();
        }

        await AnnounceAsync([.. happened, .. happened]);
        var loaded = await AssertPaidOnceAsync(rma);
        Assert.Single(loaded.Case.Events, said => said.Kind == TimelineEventKind.Refunded);
        Assert.Equal(Assert.Single(Emulator.Report().Refunds).BankReference, loaded.Refunds[0].BankReference);
        await using var database = Open();
        Assert.All(await database.StripeEvents.ToListAsync(), said => Assert.NotNull(said.AppliedAt));
    }

    [Fact]
    public async Task Events_ManyWorkersAtOnce_AreAppliedOnceAndAll()
    {
        var rma = await OpenCaseAsync();
        Emulator.Plan(new PlannedCall(Fate: RefundFate.PendThenSucceed));
        await WorkAsync();
        Emulator.Settle();
        await using (var database = Open())
        {
            database.StripeEvents.AddRange(await HappenedAsync());
            await database.SaveChangesAsync();
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(ApplyAsync)));
        await AssertPaidOnceAsync(rma);
        await using var after = Open();
        Assert.All(await after.StripeEvents.ToListAsync(), said => Assert.Equal((true, 1), (said.AppliedAt is not null, said.Attempts)));
    }

    // woocommerce-gateway-stripe 4405: a refund that failed after all is still shown as paid.
    [Fact]
    public async Task Event_SucceededRefundFailsLater_ReopensTheCase()
    {
        var rma = await OpenCaseAsync();
        Emulator.Plan(new PlannedCall(Fate: RefundFate.SucceedThenFail, FailureReason: "expired_or_canceled_card"));
        await WorkAsync();
        Assert.Equal(CaseState.Closed, (await LoadAsync(rma)).Case.State);
        Emulator.Settle();
        await AnnounceAsync(await HappenedAsync());
        var loaded = await LoadAsync(rma);
        Assert.Equal((RefundState.Failed, RefundFault.CardGone, CaseState.Open, MoneyState.Failed), (loaded.Refunds[0].State, loaded.Refunds[0].Fault, loaded.Case.State, loaded.Case.Money));
    }

    [Fact]
    public async Task Event_RefundThatNeedsTheShopper_SaysSo()
    {
        var rma = await OpenCaseAsync();
        Emulator.Plan(new PlannedCall(Fate: RefundFate.RequireActionThenSucceed));
        await WorkAsync();
        Assert.Equal(MoneyState.RequiresAction, (await LoadAsync(rma)).Case.Money);
        Emulator.Settle();
        await AnnounceAsync(await HappenedAsync());
        await AssertPaidOnceAsync(rma);
    }

    // Refunds made in Stripe's dashboard lower what is left to pay, once, and wait for a person.
    [Fact]
    public async Task Event_RefundMadeInTheDashboard_IsTakenInOnce()
    {
        var payment = await StoreOrderAsync();
        Emulator.RefundInDashboard(Intent, 100);
        var happened = await HappenedAsync();
        await AnnounceAsync([.. happened, .. happened.AsEnumerable().Reverse()]);
        await using var visit = new Data.Visit(Open(), Clock);
        var order = (await visit.Orders.LoadAsync(payment.OrderId))!;
        Assert.Equal((100, CaseState.NeedsReview, MoneyState.Succeeded), (order.Facts.Payments[0].Refunded.Minor, Assert.Single(order.Cases).State, order.Cases[0].Money));
    }

    // A refund that names a row which has another refund already is one too many: it must count.
    [Fact]
    public async Task Event_SecondRefundUnderOurName_IsTakenIn()
    {
        var rma = await OpenCaseAsync();
        await WorkAsync();
        var row = (await LoadAsync(rma)).Refunds[0];
        Emulator.RefundInDashboard(Intent, 100, metadata: new Dictionary<string, string> { ["portal_refund"] = row.Id.ToString("N") });
        await AnnounceAsync(await HappenedAsync());
        var loaded = await LoadAsync(rma);
        Assert.Equal(row.Amount + 100, loaded.Order.Facts.Payments[0].Refunded.Minor);
        Assert.Equal(2, loaded.Order.Cases.Count);
    }

    // A name of one of our rows under a payment that is not its own proves nothing.
    [Fact]
    public async Task Event_RefundOfAnotherPaymentUnderOurName_MovesNothing()
    {
        var rma = await OpenCaseAsync();
        var row = (await LoadAsync(rma)).Refunds[0];
        Emulator.RefundInDashboard(Emulator.Pay(10_000, "eur").Intent, row.Amount, metadata: new Dictionary<string, string> { ["portal_refund"] = row.Id.ToString("N") });
        await AnnounceAsync(await HappenedAsync());
        Assert.Equal(RefundState.Planned, (await LoadAsync(rma)).Refunds[0].State);
    }

    [Fact]
    public async Task Event_DashboardRefundThatFailedAtOnce_TakesNothingIn()
    {
        var payment = await StoreOrderAsync();
        Emulator.RefundInDashboard(Intent, 100, RefundFate.FailAtOnce);
        await AnnounceAsync(await HappenedAsync());
        await using var visit = new Data.Visit(Open(), Clock);
        Assert.Empty((await visit.Orders.LoadAsync(payment.OrderId))!.Cases);
    }

    [Fact]
    public async Task Event_Dispute_StopsRefundsUntilItIsWon()
    {
        var rma = await OpenCaseAsync();
        var dispute = Emulator.Dispute(Intent);
        await AnnounceAsync(await HappenedAsync());
        var loaded = await LoadAsync(rma);
        Assert.Equal((RefundFault.Disputed, CaseState.NeedsReview), (loaded.Refunds[0].Fault, loaded.Case.State));
        Assert.NotNull(loaded.Order.Order.Payments[0].DisputedAt);
        Emulator.Close(dispute.Id, isWon: true);
        await AnnounceAsync(await HappenedAsync());
        Assert.Null((await LoadAsync(rma)).Order.Order.Payments[0].DisputedAt);
        await WorkAsync();
        Assert.Equal(0, Emulator.Report().RefundCalls);
    }

    // A lost dispute has given the shopper the money already; an inquiry may still be answered by a refund.
    [Fact]
    public async Task Event_DisputeLost_StaysAndAnInquiryStopsNothing()
    {
        var payment = await StoreOrderAsync();
        var asked = Emulator.Dispute(Intent, isRefundable: true);
        await AnnounceAsync(await HappenedAsync());
        Assert.Null((await DisputedAsync(payment.Id)));
        Emulator.Close(asked.Id, isWon: true);
        Emulator.Close(Emulator.Dispute(Intent).Id, isWon: false);
        await AnnounceAsync((await HappenedAsync()).AsEnumerable().Reverse());
        Assert.NotNull(await DisputedAsync(payment.Id));
    }

    [Theory]
    [InlineData("refund.updated", "re_nobody", "refund")]
    [InlineData("charge.refunded", "ch_nobody", "charge")]
    [InlineData("charge.dispute.created", "du_nobody", "dispute")]
    [InlineData("checkout.session.completed", "cs_nobody", "checkout.session")]
    public async Task Event_UnknownObject_IsDoneAndChangesNothing(string type, string id, string kind)
    {
        var rma = await OpenCaseAsync();
        Emulator.Announce(type, id, kind);
        await AnnounceAsync(await HappenedAsync());
        await using var database = Open();
        Assert.NotNull((await database.StripeEvents.SingleAsync()).AppliedAt);
        Assert.Equal(RefundState.Planned, (await LoadAsync(rma)).Refunds[0].State);
    }

    [Fact]
    public async Task Event_OfAPaymentThatThePortalDoesNotKnow_IsDone()
    {
        await StoreOrderAsync();
        var foreign = Emulator.Pay(500, "eur").Intent;
        Emulator.RefundInDashboard(foreign);
        Emulator.Dispute(foreign);
        await AnnounceAsync(await HappenedAsync());
        await using var database = Open();
        Assert.All(await database.StripeEvents.ToListAsync(), said => Assert.NotNull(said.AppliedAt));
        Assert.Empty(await database.Refunds.ToListAsync());
    }

    [Theory]
    [InlineData(CallFault.Unavailable)]
    [InlineData(CallFault.TimeoutBefore)]
    [InlineData(CallFault.RateLimit)]
    public async Task Event_StripeCannotBeAsked_IsPutOffAndTriedAgain(CallFault fault)
    {
        var rma = await OpenCaseAsync();
        Emulator.Plan(new PlannedCall(CallFault.ResetAfter));
        await ExecuteAsync(Provider);
        var happened = await HappenedAsync("refund.");
        Emulator.Plan(new PlannedCall(fault, On: "GET /v1/refunds"));
        await AnnounceAsync(happened);
        Assert.Equal(RefundState.Unknown, (await LoadAsync(rma)).Refunds[0].State);
        Clock.Advance(TimeSpan.FromSeconds(2));
        await ApplyAsync();
        await AssertPaidOnceAsync(rma);
    }

    // A worker that died with an event in its hands: another takes it up when the lease ends.
    [Fact]
    public async Task Event_WorkerDied_IsTakenUpWhenItsLeaseEnds()
    {
        await StoreOrderAsync();
        Emulator.RefundInDashboard(Intent, 100);
        var said = (await HappenedAsync("refund."))[0];
        (said.LeaseUntil, said.Attempts) = (Now + NodaTime.Duration.FromMinutes(2), 1);
        await AnnounceAsync([said]);
        await using var database = Open();
        Assert.Empty(await database.Refunds.ToListAsync());
        Clock.Advance(TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(1));
        await ApplyAsync();
        Assert.Single(await database.Refunds.ToListAsync());
    }

    [Fact]
    public async Task Forget_AppliedLongAgo_IsDeletedAndTheRestStays()
    {
        await StoreOrderAsync();
        Emulator.RefundInDashboard(Intent, 100);
        await AnnounceAsync(await HappenedAsync());
        await using var database = Open();
        Assert.Equal(0, await Events(database).ForgetAsync());
        Clock.Advance(TimeSpan.FromDays(31));
        database.StripeEvents.Add(new StripeEvent { Id = "evt_waiting", Type = "refund.updated", ObjectId = "re_1", ReceivedAt = Now, NextAt = Now });
        await database.SaveChangesAsync();
        Assert.Equal(2, await Events(database).ForgetAsync());
        Assert.Equal("evt_waiting", (await database.StripeEvents.AsNoTracking().SingleAsync()).Id);
    }

    private async Task<NodaTime.Instant?> DisputedAsync(Guid payment)
    {
        await using var database = Open();
        return (await database.Set<Portal.Web.Orders.Payment>().SingleAsync(row => row.Id == payment)).DisputedAt;
    }

    private async Task<LoadedCase> AssertPaidOnceAsync(string rma)
    {
        var loaded = await LoadAsync(rma);
        var row = Assert.Single(loaded.Refunds);
        Assert.Equal((RefundState.Succeeded, MoneyState.Succeeded, CaseState.Closed), (row.State, loaded.Case.Money, loaded.Case.State));
        var made = Assert.Single(Emulator.Report().Refunds);
        Assert.Equal((row.Reference, row.Amount, Intent, row.Id.ToString("N")), (made.Id, made.Amount, made.PaymentIntent, made.Metadata["portal_refund"]));
        return loaded;
    }

    private sealed class Overtaken(IPaymentProvider inner, Func<Task> before) : IPaymentProvider
    {
        public string Name => inner.Name;

        public async Task<ProviderAnswer> RefundAsync(RefundOrder order, CancellationToken cancellation)
        {
            var answer = await inner.RefundAsync(order, cancellation);
            await before();
            return answer;
        }

        public Task<ProviderAnswer> FindAsync(RefundOrder order, CancellationToken cancellation) => inner.FindAsync(order, cancellation);
    }
}
