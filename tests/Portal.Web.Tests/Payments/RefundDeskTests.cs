using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Portal.Returns;
using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Data;
using Portal.Web.Notifications;
using Portal.Web.Orders;
using Portal.Web.Payments;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Payments;

/// <summary>What people do about refunds that no provider finishes.</summary>
public abstract class RefundDeskTests : DatabaseTest
{
    private readonly FakeTimeProvider _clock = new(PortalFactory.Start);
    private readonly ScriptedProvider _provider = new();

    [Fact]
    public async Task Replace_FailedRefundTriedAgain_ClosesTheCaseWithOnePayment()
    {
        var failed = await FailAsync(RefundFault.Declined);
        Assert.Equal(ReplaceOutcome.Planned, await ReplaceAsync(failed.Id, RefundWay.SameAgain));
        _provider.Refund = order => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Succeeded($"re-{order.Id:N}", new LocalDate(2026, 11, 30)));
        await ExecuteAsync();
        var loaded = await LoadAsync(failed);
        Assert.Equal((MoneyState.Succeeded, CaseState.Closed), (loaded.Case.Money, loaded.Case.State));
        Assert.Equal([RefundState.Failed, RefundState.Succeeded], loaded.Refunds.Select(refund => refund.State).OrderByDescending(state => state));
        Assert.Equal(loaded.Case.Total, loaded.Order.Facts.Payments[0].Refunded.Minor);
        Assert.Equal(2, _provider.Asked.Select(order => order.Key).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Replace_ByAPerson_IsPaidByHandAndSaidSo()
    {
        var failed = await FailAsync(RefundFault.CardGone);
        Assert.Equal(ReplaceOutcome.Planned, await ReplaceAsync(failed.Id, RefundWay.ByPerson));
        await ExecuteAsync();
        Assert.Single(_provider.Asked);
        await using var database = Open();
        var desk = Desk(database);
        var waiting = Assert.Single(await desk.ListAsync());
        Assert.Equal((DeskReason.ToPay, failed.Amount, "P-1014"), (waiting.Reason, waiting.Amount, waiting.OrderNumber));
        Assert.True(await desk.PaidAsync(waiting.Id, "SEPA 77"));
        Assert.False(await desk.PaidAsync(waiting.Id, "SEPA 77"));
        Assert.Empty(await desk.ListAsync());
        var loaded = await LoadAsync(failed);
        Assert.Equal((MoneyState.Succeeded, CaseState.Closed), (loaded.Case.Money, loaded.Case.State));
        Assert.Equal("SEPA 77", loaded.Refunds.Single(refund => refund.State == RefundState.Succeeded).BankReference);
    }

    [Fact]
    public async Task Paid_BeforeTheWorkerLooked_IsPaidOnce()
    {
        var failed = await FailAsync(RefundFault.CardGone);
        await ReplaceAsync(failed.Id, RefundWay.ByPerson);
        await using var database = Open();
        var desk = Desk(database);
        Assert.True(await desk.PaidAsync((await desk.ListAsync())[0].Id, reference: null));
        Assert.False(await ExecuteAsync());
        Assert.Equal(CaseState.Closed, (await LoadAsync(failed)).Case.State);
    }

    [Fact]
    public async Task Replace_TwentyTimesAtOnce_PlansOne()
    {
        var failed = await FailAsync(RefundFault.Declined);
        var done = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => ReplaceAsync(failed.Id, RefundWay.SameAgain))));
        Assert.Single(done, outcome => outcome == ReplaceOutcome.Planned);
        Assert.Equal(2, (await LoadAsync(failed)).Refunds.Count);
    }

    [Theory]
    [InlineData(RefundFault.CardGone, RefundWay.SameAgain)]
    [InlineData(RefundFault.TooOld, RefundWay.SameAgain)]
    [InlineData(RefundFault.Disputed, RefundWay.SameAgain)]
    [InlineData(RefundFault.Disputed, RefundWay.ByPerson)]
    public async Task Replace_WayThatCannotWork_IsNotOpenToTheShopper(RefundFault fault, RefundWay way)
    {
        var failed = await FailAsync(fault);
        Assert.DoesNotContain(way, RefundReplacer.Ways(failed, [failed]));
        Assert.Equal(ReplaceOutcome.NothingToReplace, await ReplaceAsync(failed.Id, way));
        Assert.Single((await LoadAsync(failed)).Refunds);
    }

    [Fact]
    public async Task Replace_RefundThatDidNotFail_ChangesNothing()
    {
        var rma = await OpenAsync();
        var planned = (await LoadAsync(rma)).Refunds[0];
        Assert.Equal(ReplaceOutcome.NothingToReplace, await ReplaceAsync(planned.Id, RefundWay.SameAgain));
        Assert.Equal(ReplaceOutcome.NothingToReplace, await ReplaceAsync(Guid.NewGuid(), RefundWay.SameAgain));
        Assert.Single((await LoadAsync(rma)).Refunds);
    }

    [Fact]
    public async Task List_FailedRefund_StandsThereUntilItIsReplaced()
    {
        var failed = await FailAsync(RefundFault.Declined);
        await using var database = Open();
        Assert.Equal((failed.Id, DeskReason.Failed), Assert.Single(await Desk(database).ListAsync()) is var waiting ? (waiting.Id, waiting.Reason) : default);
        await ReplaceAsync(failed.Id, RefundWay.SameAgain);
        Assert.Empty(await Desk(database).ListAsync());
    }

    [Fact]
    public async Task Name_PiecesOfARefundMadeAtTheProvider_AreRecoveredAndTheCaseIsDone()
    {
        var rma = await TakeInAsync();
        await using var database = Open();
        var desk = Desk(database);
        Assert.Equal(DeskReason.ToName, Assert.Single(await desk.ListAsync()).Reason);
        Assert.Null(await desk.NameAsync(rma, [new UnitSelection("L1", [1, 2])]));
        var loaded = await LoadAsync(rma);
        Assert.Equal(CaseState.Closed, loaded.Case.State);
        Assert.Equal([3, 4], RefundPlanner.FreeUnits(loaded.Order.Facts, "L1"));
        Assert.NotNull(await desk.NameAsync(rma, [new UnitSelection("L1", [3])]));
    }

    [Theory]
    [InlineData("L1", 0)]
    [InlineData("L1", 5)]
    [InlineData("L9", 1)]
    public async Task Name_PieceThatDoesNotExist_SaysWhichDo(string line, int unit)
    {
        var rma = await TakeInAsync();
        await using var database = Open();
        Assert.Contains("L1 (1 to 4)", await Desk(database).NameAsync(rma, [new UnitSelection(line, [unit])]), StringComparison.Ordinal);
        Assert.Equal(CaseState.NeedsReview, (await LoadAsync(rma)).Case.State);
    }

    [Fact]
    public async Task Name_PieceOfAnotherCase_IsRefused()
    {
        await OpenAsync();
        var rma = await TakeInAsync();
        await using var database = Open();
        Assert.Contains("another case", await Desk(database).NameAsync(rma, [new UnitSelection("L1", [1])]), StringComparison.Ordinal);
        Assert.Empty((await LoadAsync(rma)).Case.Units);
    }

    [Fact]
    public async Task TakeIn_WhatFailedWasRefundedAtTheProvider_TakesItsPlaceAndClosesTheCase()
    {
        var failed = await FailAsync(RefundFault.Declined);
        await using var database = Open();
        await Outcomes(database).TakeInAsync(failed.PaymentId, "re_1", new Money(failed.Amount, Currency.Of("EUR")), new ProviderAnswer.Succeeded("re_1", new LocalDate(2026, 11, 25)));
        var loaded = await LoadAsync(failed);
        Assert.Equal((CaseState.Closed, MoneyState.Succeeded), (loaded.Case.State, loaded.Case.Money));
        Assert.Equal(ReplaceOutcome.NothingToReplace, await ReplaceAsync(failed.Id, RefundWay.SameAgain));
        Assert.Equal(1, await database.Cases.CountAsync());
        Assert.Empty(await Desk(database).ListAsync());
    }

    // Its pieces are free, so another case may pay for them.
    [Fact]
    public async Task Replace_RefundOfACaseThatWasRefused_IsNoLongerPossible()
    {
        var failed = await FailAsync(RefundFault.Disputed);
        await using var database = Open();
        await database.Cases.ExecuteUpdateAsync(set => set.SetProperty(opened => opened.State, CaseState.Refused));
        Assert.Empty(await Desk(database).ListAsync());
        Assert.Equal(ReplaceOutcome.NothingToReplace, await new RefundReplacer(database, _clock).ReplaceAsync(failed.Id, RefundWay.SameAgain, isByStaff: true));
    }

    // Nobody has said for which pieces the shop paid by hand: it may have been for these.
    [Fact]
    public async Task Open_WhileARefundMadeAtTheProviderIsUnnamed_WaitsForAPersonWithoutARefund()
    {
        await TakeInAsync();
        var loaded = await LoadAsync(await OpenAsync());
        Assert.Equal((CaseState.NeedsReview, 0), (loaded.Case.State, loaded.Refunds.Count));
    }

    [Fact]
    public async Task CallOff_RefundThatWasNeverSent_IsNeverSentAndItsCaseWaitsForAPerson()
    {
        var rma = await OpenAsync();
        var planned = (await LoadAsync(rma)).Refunds[0];
        Assert.True(await CallOffAsync(planned));
        Assert.False(await CallOffAsync(planned));
        var loaded = await LoadAsync(rma);
        Assert.Equal((CaseState.NeedsReview, MoneyState.Canceled, RefundState.Canceled), (loaded.Case.State, loaded.Case.Money, loaded.Refunds[0].State));
        Assert.Equal(TimelineEventKind.RefundCalledOff, loaded.Case.Events[^1].Kind);
        Assert.False(await ExecuteAsync());
        await using var database = Open();
        Assert.Equal(DeskReason.CalledOff, Assert.Single(await Desk(database).ListAsync()).Reason);
    }

    [Fact]
    public async Task CallOff_CaseIsApproved_PaysItOnce()
    {
        _provider.Refund = order => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Succeeded($"re-{order.Id:N}", new LocalDate(2026, 11, 30)));
        var rma = await OpenAsync();
        Assert.True(await CallOffAsync((await LoadAsync(rma)).Refunds[0]));
        await using (var visit = new Visit(Open(), _clock))
        {
            Assert.Equal(CaseState.Open, Assert.IsType<ReviewOutcome.Done>(await visit.Review.ApproveAsync(rma, answer: null)).State);
        }

        await ExecuteAsync();
        var loaded = await LoadAsync(rma);
        Assert.Equal([RefundState.Canceled, RefundState.Succeeded], loaded.Refunds.Select(refund => refund.State));
        Assert.Equal((loaded.Refunds[0].Id, loaded.Refunds[0].Amount), (loaded.Refunds[1].ReplacesId, loaded.Refunds[1].Amount));
        Assert.Equal((CaseState.Closed, MoneyState.Succeeded), (loaded.Case.State, loaded.Case.Money));
    }

    [Fact]
    public async Task CallOff_CaseIsRefused_FreesItsPieces()
    {
        var rma = await OpenAsync();
        Assert.True(await CallOffAsync((await LoadAsync(rma)).Refunds[0]));
        await using var visit = new Visit(Open(), _clock);
        Assert.Equal(CaseState.Refused, Assert.IsType<ReviewOutcome.Done>(await visit.Review.RefuseAsync(rma, "You have it already.")).State);
        Assert.Empty((await LoadAsync(rma)).Case.Units);
        Assert.Empty(await Desk(visit.Database).ListAsync());
        Assert.NotEqual(rma, await OpenAsync());
    }

    [Fact]
    public async Task CallOff_RefundThatAPersonWasToPay_NoLongerWaitsForOne()
    {
        var failed = await FailAsync(RefundFault.Declined);
        await ReplaceAsync(failed.Id, RefundWay.ByPerson);
        await ExecuteAsync();
        var byHand = (await LoadAsync(failed)).Refunds[1];
        Assert.Equal(RefundState.Pending, byHand.State);
        Assert.True(await CallOffAsync(byHand));
        await using var database = Open();
        Assert.False(await Desk(database).PaidAsync(byHand.Id, reference: null));
        Assert.Equal(ReplaceOutcome.Planned, await new RefundReplacer(database, _clock).ReplaceAsync(byHand.Id, RefundWay.ByPerson, isByStaff: true));
        Assert.Equal((CaseState.Open, MoneyState.Planned), await LoadAsync(failed) is var loaded ? (loaded.Case.State, loaded.Case.Money) : default);
    }

    [Fact]
    public async Task CallOff_RefundThatMayHaveMoved_ChangesNothing()
    {
        var rma = await OpenAsync();
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Unknown());
        await ExecuteAsync();
        var sent = (await LoadAsync(rma)).Refunds[0];
        Assert.False(await CallOffAsync(sent));
        Assert.False(await CallOffAsync(new Refund { Provider = "Demo" }));
        Assert.Equal((CaseState.Open, MoneyState.Unknown), await LoadAsync(rma) is var loaded ? (loaded.Case.State, loaded.Case.Money) : default);
    }

    // Somebody may have paid just this by hand: a person decides.
    [Fact]
    public async Task TakeIn_WhileARefundOfThePaymentWasNotSent_CallsItOff()
    {
        var rma = await OpenAsync();
        await TakeInAsync();
        Assert.False(await ExecuteAsync());
        Assert.Equal((CaseState.NeedsReview, MoneyState.Canceled), await LoadAsync(rma) is var loaded ? (loaded.Case.State, loaded.Case.Money) : default);
    }

    // Somebody has paid part of it by hand meanwhile: all together never comes to more than was paid.
    [Theory]
    [InlineData(500, 500)]
    [InlineData(null, 0)]
    public async Task Replace_PaymentThatHasPartlyGoneBack_PaysWhatIsLeft(int? keep, int expected)
    {
        var failed = await FailAsync(RefundFault.NothingLeft);
        await using var visit = new Visit(Open(), _clock);
        var payment = await visit.Database.Set<Payment>().SingleAsync(row => row.Id == failed.PaymentId);
        await Outcomes(visit.Database).TakeInAsync(payment.Id, "re_7", new Money(payment.Captured - (keep ?? 0), Currency.Of("EUR")), new ProviderAnswer.Succeeded("re_7", new LocalDate(2026, 11, 25)));
        var outcome = await ReplaceAsync(failed.Id, RefundWay.ByPerson);
        var loaded = await LoadAsync(failed);
        Assert.Equal((keep is null ? ReplaceOutcome.NothingLeft : ReplaceOutcome.Planned, expected), (outcome, (int)loaded.Refunds.Skip(1).Sum(refund => refund.Amount)));
        Assert.Equal(keep is null ? CaseState.NeedsReview : CaseState.Open, loaded.Case.State);
    }

    [Fact]
    public async Task Hold_NothingIsSentUntilItIsLifted()
    {
        var rma = await OpenAsync();
        await using var database = Open();
        var holds = new RefundHolds(database);
        await holds.HoldAsync();
        await holds.HoldAsync();
        Assert.Equal(Instant.FromDateTimeOffset(_clock.GetUtcNow()), (await holds.FindAsync())!.KnownUntil);
        Assert.False(await ExecuteAsync());
        Assert.Equal(RefundState.Planned, (await LoadAsync(rma)).Refunds[0].State);
        Assert.True(await holds.LiftAsync());
        Assert.False(await holds.LiftAsync());
        Assert.True(await ExecuteAsync());
    }

    // All that was paid has gone back by hand: there is nothing to wait for.
    [Fact]
    public async Task Open_WithNothingLeftToPay_IsClosedAtOnceWithoutARefund()
    {
        var rma = await TakeInAsync(amount: null);
        await using (var database = Open())
        {
            Assert.Null(await Desk(database).NameAsync(rma, [new UnitSelection("L1", [1])]));
        }

        var loaded = await LoadAsync(await OpenAsync());
        Assert.Equal((CaseState.Closed, MoneyState.None, 0, 0L), (loaded.Case.State, loaded.Case.Money, loaded.Refunds.Count, loaded.Case.Total));
        Assert.Single(loaded.Case.Units);
    }

    private async Task<bool> CallOffAsync(Refund refund)
    {
        await using var database = Open();
        return await Outcomes(database).CallOffAsync(refund.Id);
    }

    private RefundDesk Desk(PortalDbContext database) => new(database, Outcomes(database), _clock);

    private RefundOutcomes Outcomes(PortalDbContext database) => new(database, new Mails(database, _clock), _clock, NullLogger<RefundOutcomes>.Instance);

    private async Task<string> OpenAsync()
    {
        await using var visit = new Visit(Open(), _clock);
        if (!await visit.Database.Orders.AnyAsync())
        {
            await visit.StoreAsync("P-1014");
        }

        return await visit.OpenedAsync("P-1014", new Asked("L1"));
    }

    private async Task<Refund> FailAsync(RefundFault fault)
    {
        var rma = await OpenAsync();
        _provider.Refund = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Failed(fault));
        await ExecuteAsync();
        return Assert.Single((await LoadAsync(rma)).Refunds);
    }

    private async Task<string> TakeInAsync(long? amount = 500)
    {
        await using var visit = new Visit(Open(), _clock);
        if (!await visit.Database.Orders.AnyAsync())
        {
            await visit.StoreAsync("P-1014");
        }

        var payment = await visit.Database.Set<Payment>().SingleAsync();
        await Outcomes(visit.Database).TakeInAsync(payment.Id, "re_1", new Money(amount ?? payment.Captured, Currency.Of("EUR")), new ProviderAnswer.Succeeded("re_1", new LocalDate(2026, 11, 25)));
        return await visit.Database.Refunds.Where(refund => refund.Reference == "re_1").Join(visit.Database.Cases, refund => refund.CaseId, opened => opened.Id, (_, opened) => opened.Rma).SingleAsync();
    }

    private async Task<ReplaceOutcome> ReplaceAsync(Guid refund, RefundWay way)
    {
        await using var database = Open();
        return await new RefundReplacer(database, _clock).ReplaceAsync(refund, way);
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
