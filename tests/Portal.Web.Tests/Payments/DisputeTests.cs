using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Data;
using Portal.Web.Notifications;
using Portal.Web.Orders;
using Portal.Web.Payments;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Payments;

/// <summary>A shopper's bank may pay what the shop is about to pay: nothing is sent, and a person decides.</summary>
public abstract class DisputeTests : DatabaseTest
{
    private readonly FakeTimeProvider _clock = new(PortalFactory.Start);
    private readonly ScriptedProvider _provider = new();

    [Fact]
    public async Task Dispute_PlannedRefund_IsStoppedAndAPersonDecides()
    {
        var rma = await OpenAsync();
        var refund = (await LoadAsync(rma)).Refunds[0];
        await DisputeAsync(refund.PaymentId);
        var loaded = await LoadAsync(rma);
        Assert.Equal((MoneyState.Failed, CaseState.NeedsReview), (loaded.Case.Money, loaded.Case.State));
        Assert.Equal((RefundState.Failed, RefundFault.Disputed), (loaded.Refunds[0].State, loaded.Refunds[0].Fault));
        Assert.False(await ExecuteAsync());
        Assert.Contains(TimelineEventKind.Disputed, loaded.Case.Events.Select(happened => happened.Kind));
    }

    [Fact]
    public async Task Execute_PaymentDisputedBeforeTheRefund_IsNotSent()
    {
        await using (var visit = new Visit(Open(), _clock))
        {
            await visit.StoreAsync("P-1014");
        }

        await using (var database = Open())
        {
            await DisputeAsync((await database.Set<Payment>().SingleAsync()).Id);
        }

        await using (var visit = new Visit(Open(), _clock))
        {
            await visit.OpenedAsync("P-1014", new Asked("L1"));
        }

        await ExecuteAsync();
        Assert.Empty(_provider.Asked);
    }

    [Fact]
    public async Task Replace_DisputedRefundByStaff_ApprovesTheCaseAgain()
    {
        var failed = await FailAsync(RefundFault.Disputed);
        Assert.Equal(CaseState.NeedsReview, (await LoadAsync(failed)).Case.State);
        Assert.Equal(ReplaceOutcome.Planned, await ReplaceAsync(failed.Id, RefundWay.ByPerson, isByStaff: true));
        var loaded = await LoadAsync(failed);
        Assert.Equal((CaseState.Open, MoneyState.Planned), (loaded.Case.State, loaded.Case.Money));
    }

    // Its provider would refuse, and the shopper would read of another failure.
    [Fact]
    public async Task Replace_SameAgainWhileThePaymentIsDisputed_IsRefusedUntilTheDisputeIsWon()
    {
        var failed = await FailAsync(RefundFault.Disputed);
        await DisputeAsync(failed.PaymentId);
        Assert.Equal(ReplaceOutcome.Disputed, await ReplaceAsync(failed.Id, RefundWay.SameAgain, isByStaff: true));
        Assert.Single((await LoadAsync(failed)).Refunds);
        await DisputeAsync(failed.PaymentId, isOpen: false);
        Assert.Equal(ReplaceOutcome.Planned, await ReplaceAsync(failed.Id, RefundWay.SameAgain, isByStaff: true));
    }

    // The bank may pay the shopper now: another way is no longer for the shopper to choose, in whatever order word comes.
    [Theory]
    [InlineData("failed", CaseState.NeedsReview)]
    [InlineData("pending", CaseState.Open)]
    [InlineData("succeeded", CaseState.Closed)]
    public async Task Failed_OfADisputedPayment_WaitsForAPerson(string before, CaseState disputed)
    {
        var rma = await OpenAsync();
        var refund = (await LoadAsync(rma)).Refunds[0];
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(before switch
        {
            "failed" => new ProviderAnswer.Failed(RefundFault.Declined),
            "pending" => new ProviderAnswer.Pending("re_1"),
            _ => new ProviderAnswer.Succeeded("re_1", new LocalDate(2026, 11, 30)),
        });
        await ExecuteAsync();
        await DisputeAsync(refund.PaymentId);
        Assert.Equal(disputed, (await LoadAsync(rma)).Case.State);
        await using var database = Open();
        await Outcomes(database).ApplyAsync(refund.Id, new ProviderAnswer.Failed(RefundFault.Declined, "re_1"));
        var loaded = await LoadAsync(rma);
        Assert.Equal((CaseState.NeedsReview, MoneyState.Failed), (loaded.Case.State, loaded.Case.Money));
        Assert.Equal(ReplaceOutcome.Disputed, await ReplaceAsync(refund.Id, RefundWay.SameAgain));
    }

    // Both have read what stands before the other stored it.
    [Fact]
    public async Task Dispute_WhileARefundFails_IsNotOverlooked()
    {
        var rma = await OpenAsync();
        await ExecuteAsync();
        var refund = (await LoadAsync(rma)).Refunds[0];
        await using var database = Open();
        var raced = false;
        database.SavingChanges += (_, _) =>
        {
            if (!raced)
            {
                raced = true;
                Task.Run(() => DisputeAsync(refund.PaymentId)).GetAwaiter().GetResult();
            }
        };
        await Outcomes(database).ApplyAsync(refund.Id, new ProviderAnswer.Failed(RefundFault.Declined));
        var loaded = await LoadAsync(rma);
        Assert.Equal((CaseState.NeedsReview, MoneyState.Failed), (loaded.Case.State, loaded.Case.Money));
    }

    // The shopper is not written to about a dispute; another reason later would be one that nobody has told them.
    [Fact]
    public async Task Failed_ForAnotherReasonAfterADisputeStoppedIt_KeepsTheFirst()
    {
        var failed = await FailAsync(RefundFault.Disputed);
        await using var database = Open();
        await Outcomes(database).ApplyAsync(failed.Id, new ProviderAnswer.Failed(RefundFault.Declined, "re_1"));
        var refund = Assert.Single((await LoadAsync(failed)).Refunds);
        Assert.Equal((RefundFault.Disputed, "re_1"), (refund.Fault, refund.Reference));
        Assert.False(await database.Mails.AnyAsync(mail => mail.Kind == MailKind.RefundFailed));
    }

    [Fact]
    public async Task Replace_OneOfTwoThatWaitForAPerson_LeavesTheCaseWithThePerson()
    {
        var rma = await OpenAsync("P-1006", "L2");
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Failed(RefundFault.Declined));
        await ExecuteAsync();
        await ExecuteAsync();
        var refunds = (await LoadAsync(rma)).Refunds;
        foreach (var refund in refunds)
        {
            await DisputeAsync(refund.PaymentId);
        }

        await ReplaceAsync(refunds[0].Id, RefundWay.ByPerson, isByStaff: true);
        Assert.Equal(CaseState.NeedsReview, (await LoadAsync(rma)).Case.State);
        await ReplaceAsync(refunds[1].Id, RefundWay.ByPerson, isByStaff: true);
        Assert.Equal(CaseState.Open, (await LoadAsync(rma)).Case.State);
    }

    private RefundOutcomes Outcomes(PortalDbContext database) => new(database, new Mails(database, _clock), _clock, NullLogger<RefundOutcomes>.Instance);

    private async Task DisputeAsync(Guid payment, bool isOpen = true)
    {
        await using var database = Open();
        await Outcomes(database).DisputeAsync(payment, isOpen);
    }

    private async Task<string> OpenAsync(string number = "P-1014", string line = "L1")
    {
        await using var visit = new Visit(Open(), _clock);
        await visit.StoreAsync(number);
        return await visit.OpenedAsync(number, new Asked(line));
    }

    private async Task<Refund> FailAsync(RefundFault fault)
    {
        var rma = await OpenAsync();
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Failed(fault));
        await ExecuteAsync();
        return Assert.Single((await LoadAsync(rma)).Refunds);
    }

    private async Task<ReplaceOutcome> ReplaceAsync(Guid refund, RefundWay way, bool isByStaff = false)
    {
        await using var database = Open();
        return await new RefundReplacer(database, _clock).ReplaceAsync(refund, way, isByStaff);
    }

    private async Task<bool> ExecuteAsync()
    {
        await using var database = Open();
        return await new RefundExecutor(database, Outcomes(database), [_provider, new ManualProvider()], _clock).ExecuteNextAsync();
    }

    private async Task<LoadedCase> LoadAsync(Refund refund)
    {
        await using var database = Open();
        return await LoadAsync(await database.Cases.Where(opened => opened.Id == refund.CaseId).Select(opened => opened.Rma).SingleAsync());
    }

    private async Task<LoadedCase> LoadAsync(string rma)
    {
        await using var visit = new Visit(Open(), _clock);
        return (await visit.Cases.FindAsync(rma))!;
    }
}
