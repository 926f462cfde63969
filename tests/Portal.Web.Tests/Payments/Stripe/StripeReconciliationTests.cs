using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.StripeEmulator;
using Portal.Web.Payments.Stripe;

namespace Portal.Web.Tests.Payments.Stripe;

public abstract class StripeReconciliationTests : StripeTest
{
    [Fact]
    public async Task Books_ThatAgree_ShowNothing()
    {
        await OpenCaseAsync();
        await WorkAsync();
        var report = await ReconcileAsync();
        Assert.Equal((1, 1, 0, true), (report.Theirs, report.Ours, report.Foreign, report.IsClean));
        Assert.Empty(report.Differences);
    }

    [Fact]
    public async Task Theirs_ThatWeMissed_IsTakenInOnce()
    {
        var payment = await StoreOrderAsync();
        var made = Emulator.RefundInDashboard(Intent, 100);
        var report = await ReconcileAsync();
        var difference = Assert.Single(report.Differences);
        Assert.True(difference.IsMended);
        Assert.Equal($"{made.Id}: 1.00 EUR of order P-1014 was refunded at Stripe; it is taken in", difference.Text);
        Assert.Empty((await ReconcileAsync()).Differences);
        await using var visit = new Data.Visit(Open(), Clock);
        Assert.Equal(100, (await visit.Orders.LoadAsync(payment.OrderId))!.Facts.Payments[0].Refunded.Minor);
    }

    [Fact]
    public async Task State_ThatWeMissed_IsCaughtUp()
    {
        var rma = await OpenCaseAsync();
        Emulator.Plan(new PlannedCall(Fate: RefundFate.SucceedThenFail, FailureReason: "declined"));
        await WorkAsync();
        Emulator.Settle();
        var report = await ReconcileAsync();
        Assert.Equal((true, "Failed at Stripe, Succeeded here; it is so here now"), (report.IsClean, Assert.Single(report.Differences).Text.Split(": ")[1]));
        Assert.Equal(MoneyState.Failed, (await LoadAsync(rma)).Case.Money);
        Assert.Empty((await ReconcileAsync()).Differences);
    }

    [Fact]
    public async Task LostAnswer_IsFound()
    {
        var rma = await OpenCaseAsync();
        Emulator.Plan(new PlannedCall(CallFault.TimeoutAfter));
        await ExecuteAsync(Provider);
        Assert.True((await ReconcileAsync()).IsClean);
        Assert.Equal(RefundState.Succeeded, (await LoadAsync(rma)).Refunds[0].State);
    }

    // Sent, not arrived: the worker's business, no difference.
    [Fact]
    public async Task LostOrder_IsNoDifference()
    {
        await OpenCaseAsync();
        Emulator.Plan(new PlannedCall(CallFault.TimeoutBefore));
        await ExecuteAsync(Provider);
        Assert.Empty((await ReconcileAsync()).Differences);
    }

    [Fact]
    public async Task Ours_ThatStripeDoesNotKnow_IsForAPerson()
    {
        var rma = await OpenCaseAsync();
        await WorkAsync();
        await ChangeAsync("re_never", amount: null);
        var report = await ReconcileAsync();
        Assert.False(report.IsClean);
        Assert.Contains(report.Differences, difference => difference.Text == "re_never: Succeeded here, unknown at Stripe, order P-1014");
        // The one that is really there names a row that has another: it is one too many, and taken in.
        Assert.Contains(report.Differences, difference => difference.IsMended && difference.Text.EndsWith("it is taken in", StringComparison.Ordinal));
        Assert.Equal(2, (await LoadAsync(rma)).Order.Cases.Count);
    }

    [Fact]
    public async Task Amount_ThatDiffers_IsForAPerson()
    {
        await OpenCaseAsync();
        await WorkAsync();
        await ChangeAsync(reference: null, amount: 1);
        var report = await ReconcileAsync();
        Assert.False(report.IsClean);
        Assert.EndsWith("at Stripe, 1 in minor units here, order P-1014", Assert.Single(report.Differences).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Theirs_MadeTwiceUnderOurName_IsForAPerson()
    {
        var rma = await OpenCaseAsync();
        await WorkAsync();
        var row = (await LoadAsync(rma)).Refunds[0];
        Emulator.RefundInDashboard(Intent, 100, metadata: new Dictionary<string, string> { ["portal_refund"] = row.Id.ToString("N") });
        var report = await ReconcileAsync();
        Assert.Contains(report.Differences, difference => !difference.IsMended && difference.Text.Contains("has been refunded more than once", StringComparison.Ordinal));
        Assert.Contains(report.Differences, difference => difference.IsMended && difference.Text.EndsWith("it is taken in", StringComparison.Ordinal));
    }

    // We think that it failed and offer another way; Stripe has paid: somebody must know.
    [Fact]
    public async Task Ours_FailedWhileStripeHasPaid_IsForAPerson()
    {
        await OpenCaseAsync();
        await WorkAsync();
        await using (var database = Open())
        {
            await database.Refunds.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, RefundState.Failed));
        }

        var difference = Assert.Single((await ReconcileAsync()).Differences);
        Assert.False(difference.IsMended);
        Assert.EndsWith("Succeeded at Stripe, Failed here", difference.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refunds_OfOtherPayments_AreOnlyCounted()
    {
        await StoreOrderAsync();
        Emulator.RefundInDashboard(Emulator.Pay(500, "eur").Intent);
        var report = await ReconcileAsync();
        Assert.Equal((1, 1, 0), (report.Theirs, report.Foreign, report.Differences.Count));
    }

    [Fact]
    public async Task Refunds_BeforeTheDays_AreLeftAloneUnlessTheyHaveNotEnded()
    {
        var rma = await OpenCaseAsync();
        Emulator.Plan(new PlannedCall(Fate: RefundFate.PendThenSucceed));
        await WorkAsync();
        Emulator.RefundInDashboard(Intent, 100);
        Clock.Advance(TimeSpan.FromDays(8));
        Emulator.Settle();
        var report = await ReconcileAsync();
        Assert.Equal((0, 1), (report.Theirs, report.Ours));
        Assert.Equal(RefundState.Succeeded, (await LoadAsync(rma)).Refunds[0].State);
        Assert.Single(report.Differences);
    }

    // Its event was lost: until now more could have been paid back than the bank will leave.
    [Fact]
    public async Task Dispute_ThatWeMissed_StopsThePayment_AndItsEndFreesIt()
    {
        var payment = await StoreOrderAsync();
        var dispute = Emulator.Dispute(Intent);
        var difference = Assert.Single((await ReconcileAsync()).Differences);
        Assert.Equal(($"{Intent}: disputed at Stripe, not here; it is so here now, order P-1014", true), (difference.Text, difference.IsMended));
        Assert.NotNull((await PaymentAsync(payment.Id)).DisputedAt);
        Assert.Empty((await ReconcileAsync()).Differences);

        Clock.Advance(TimeSpan.FromDays(40));
        Emulator.Close(dispute.Id, isWon: true);
        Assert.Equal($"{Intent}: disputed here, not at Stripe; it is so here now, order P-1014", Assert.Single((await ReconcileAsync()).Differences).Text);
        Assert.Null((await PaymentAsync(payment.Id)).DisputedAt);
    }

    [Fact]
    public async Task Purchase_ThatWeMissed_BecomesAnOrder()
    {
        await HearOfAPurchaseAsync();
        var (missed, _) = Emulator.Checkout(new SessionPlan { Lines = [new SessionLine("Plate", 1, 900)] });
        Emulator.Complete(missed);
        Emulator.Checkout(new SessionPlan { Lines = [new SessionLine("Bowl", 1, 800)] });
        Assert.Empty((await ReconcileAsync()).Differences);
        Clock.Advance(TimeSpan.FromHours(2));
        var difference = Assert.Single((await ReconcileAsync()).Differences);
        Assert.Equal(($"{missed}: paid at Stripe, no order here; it is one now", true), (difference.Text, difference.IsMended));
        await using var database = Open();
        Assert.Equal(2, await database.Orders.CountAsync());
        Assert.Empty((await ReconcileAsync()).Differences);
    }

    [Fact]
    public async Task Purchase_ThatNoOrderCanBeMadeOf_IsForAPerson()
    {
        await HearOfAPurchaseAsync();
        Emulator.Complete(Emulator.Checkout(new SessionPlan { Currency = "xxx", Lines = [new SessionLine("Plate", 1, 900)] }).Session);
        Clock.Advance(TimeSpan.FromHours(2));
        Assert.False(Assert.Single((await ReconcileAsync()).Differences).IsMended);
    }

    // Their orders come another way: sessions are none of the portal's business.
    [Fact]
    public async Task Purchases_OfAShopThatAnnouncesNone_AreLeftAlone()
    {
        Emulator.Complete(Emulator.Checkout(new SessionPlan { Lines = [new SessionLine("Plate", 1, 900)] }).Session);
        Clock.Advance(TimeSpan.FromHours(2));
        Assert.Empty((await ReconcileAsync()).Differences);
        await using var database = Open();
        Assert.Equal(0, await database.Orders.CountAsync());
    }

    [Fact]
    public async Task DailyJob_MendsAndForgets()
    {
        var payment = await StoreOrderAsync();
        Emulator.RefundInDashboard(Intent, 100);
        await using var database = Open();
        database.StripeEvents.Add(new StripeEvent { Id = "evt_old", Type = "refund.updated", ObjectId = "re_1", AppliedAt = Now - NodaTime.Duration.FromDays(31) });
        await database.SaveChangesAsync();
        var job = new StripeDailyJob(Reconciliation(database), Events(database), NullLogger<StripeDailyJob>.Instance);
        await job.RunAsync(default);
        Assert.Equal((0, 1), (await database.StripeEvents.CountAsync(), await database.Refunds.CountAsync(row => row.PaymentId == payment.Id)));
    }

    private async Task HearOfAPurchaseAsync()
    {
        Emulator.Complete(Emulator.Checkout(new SessionPlan { Lines = [new SessionLine("Cup", 1, 1000)] }).Session);
        await AnnounceAsync(await HappenedAsync());
    }

    private async Task<Portal.Web.Orders.Payment> PaymentAsync(Guid id)
    {
        await using var database = Open();
        return await database.Set<Portal.Web.Orders.Payment>().SingleAsync(payment => payment.Id == id);
    }

    private async Task ChangeAsync(string? reference, long? amount)
    {
        await using var database = Open();
        var row = await database.Refunds.SingleAsync();
        row.Reference = reference ?? row.Reference;
        if (amount is { } other)
        {
            database.Entry(row).Property(known => known.Amount).CurrentValue = other;
        }

        await database.SaveChangesAsync();
    }
}
