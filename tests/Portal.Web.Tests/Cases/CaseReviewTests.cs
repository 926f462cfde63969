using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Returns.Decisions;
using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Notifications;
using Portal.Web.Payments;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Cases;

/// <summary>What a person says about cases that wait for one.</summary>
public abstract class CaseReviewTests : DatabaseTest
{
    private readonly FakeTimeProvider _clock = new(PortalFactory.Start);

    [Fact]
    public async Task Approve_ToBeSentBack_AwaitsTheParcelForWhatWasConfirmed()
    {
        var rma = await WaitingAsync();
        var before = await LoadAsync(rma);
        Assert.Equal(new ReviewOutcome.Done(rma, CaseState.Open), await ApproveAsync(rma));
        var (opened, _, refunds) = await LoadAsync(rma);
        Assert.Equal((CaseState.Open, GoodsState.Awaited, MoneyState.None), (opened.State, opened.Goods, opened.Money));
        Assert.Equal((before.Case.Total, before.Case.PlanHash), (opened.Total, opened.PlanHash));
        Assert.Equal(
            [TimelineEventKind.Opened, TimelineEventKind.ReviewNeeded, TimelineEventKind.ReviewApproved, TimelineEventKind.ApprovedToSendBack],
            opened.Events.Select(happened => happened.Kind));
        Assert.Empty(refunds);
        Assert.Single(opened.Units);
    }

    [Fact]
    public async Task Approve_NotSentYet_RefundsAtOnceWithTheDelivery()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1008");
        await DisputeAsync(visit);
        var order = (await visit.Orders.FindAsync("P-1008"))!.Order;
        var rma = await visit.OpenedAsync("P-1008", [.. order.Lines.Select(line => new Asked(line.LineId, Reason.ChangedMind, line.Quantity, ShipmentMethod.SendBack))]);
        var waiting = await LoadAsync(rma);
        Assert.Equal((CaseState.NeedsReview, true), (waiting.Case.State, waiting.Case.IncludesShipping));
        Assert.IsType<ReviewOutcome.Done>(await ApproveAsync(rma));
        var (opened, _, refunds) = await LoadAsync(rma);
        Assert.Equal((CaseState.Open, GoodsState.NotExpected, MoneyState.Planned), (opened.State, opened.Goods, opened.Money));
        Assert.Equal((waiting.Case.Total, waiting.Case.PlanHash), (opened.Total, opened.PlanHash));
        Assert.Equal(order.Payments.Sum(payment => payment.Captured), refunds.Sum(refund => refund.Amount));
        Assert.All(refunds, refund => Assert.Equal((RefundState.Planned, "Demo"), (refund.State, refund.Provider)));
    }

    [Fact]
    public async Task Approve_TwoPersonsAtOnce_PlansOnce()
    {
        var rma = await AskedAsync("P-1014", Reason.ChangedMind);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ApproveAsync(rma, new ReviewGrant(ShipmentMethod.Keep)))));
        Assert.All(outcomes, outcome => Assert.Equal(rma, Assert.IsType<ReviewOutcome.Done>(outcome).Rma));
        var (opened, _, refunds) = await LoadAsync(rma);
        Assert.Single(refunds);
        Assert.Single(opened.Units);
        Assert.Single(opened.Events, happened => happened.Kind == TimelineEventKind.ReviewApproved);
    }

    [Fact]
    public async Task Refuse_Waiting_FreesItsPiecesAndKeepsTheAnswer()
    {
        var rma = await WaitingAsync();
        Assert.Equal(new ReviewOutcome.Done(rma, CaseState.Refused), await RefuseAsync(rma, " It was used\0 for months. "));
        var (opened, order, refunds) = await LoadAsync(rma);
        Assert.Equal((CaseState.Refused, GoodsState.NotExpected, MoneyState.None, "It was used for months."), (opened.State, opened.Goods, opened.Money, opened.Answer));
        Assert.Equal(TimelineEventKind.ReviewRefused, opened.Events[^1].Kind);
        Assert.Empty(opened.Units);
        Assert.Empty(order.Facts.Recovered);
        Assert.Empty(refunds);
        await using var visit = Visit();
        var again = await visit.OpenedAsync("P-1005", new Asked("L1", Reason.ChangedMind, Shipment: ShipmentMethod.SendBack));
        Assert.NotEqual(rma, again);
    }

    [Fact]
    public async Task Refuse_WholeOrderWithDelivery_LeavesTheDeliveryForAnotherCase()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1008");
        await DisputeAsync(visit);
        var lines = (await visit.Orders.FindAsync("P-1008"))!.Order.Lines.ConvertAll(line => new Asked(line.LineId, Reason.ChangedMind, line.Quantity, ShipmentMethod.SendBack));
        var rma = await visit.OpenedAsync("P-1008", [.. lines]);
        var total = (await LoadAsync(rma)).Case.Total;
        await RefuseAsync(rma, "No.");
        await using var later = Visit();
        Assert.Equal(total, (await later.JourneyAsync("P-1008", Guid.NewGuid(), [.. lines])).Plan().Total.Minor);
    }

    [Fact]
    public async Task Review_SaidTwice_IsDoneOnceAndTheOtherWordIsHindered()
    {
        var rma = await WaitingAsync();
        await RefuseAsync(rma, "No.");
        Assert.Equal(new ReviewOutcome.Done(rma, CaseState.Refused), await RefuseAsync(rma, "No, again."));
        Assert.Equal("No.", (await LoadAsync(rma)).Case.Answer);
        Assert.Equal(new ReviewOutcome.Hindered(ReviewObstacle.NotWaiting, CaseState.Refused), await ApproveAsync(rma));
    }

    [Theory]
    [InlineData("R-0000-0000")]
    [InlineData("'; drop table")]
    [InlineData("")]
    public async Task Review_UnknownCase_IsHindered(string rma) =>
        Assert.Equal(new ReviewOutcome.Hindered(ReviewObstacle.UnknownCase, null), await ApproveAsync(rma));

    [Fact]
    public async Task Review_OpenCase_IsHindered()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1014");
        var rma = await visit.OpenedAsync("P-1014", new Asked("L1"));
        Assert.Equal(new ReviewOutcome.Hindered(ReviewObstacle.NotWaiting, CaseState.Open), await RefuseAsync(rma, "No."));
        Assert.Single((await LoadAsync(rma)).Case.Units);
    }

    [Fact]
    public async Task Approve_GrantWhereTheShopperChose_IsHindered()
    {
        var rma = await WaitingAsync();
        Assert.Equal(new ReviewOutcome.Hindered(ReviewObstacle.ShopperChose, CaseState.NeedsReview), await ApproveAsync(rma, new ReviewGrant(ShipmentMethod.Keep)));
        Assert.Equal(CaseState.NeedsReview, (await LoadAsync(rma)).Case.State);
    }

    [Fact]
    public async Task Review_RefundMadeAtTheProvider_WaitsForItsPieces()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1014");
        var order = (await visit.Orders.FindAsync("P-1014"))!;
        var outcomes = new RefundOutcomes(visit.Database, new Mails(visit.Database, _clock), _clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<RefundOutcomes>.Instance);
        await outcomes.TakeInAsync(order.Order.Payments[0].Id, "re_1", new Returns.Money(100, order.Facts.Currency), new ProviderAnswer.Succeeded("re_1", new LocalDate(2026, 11, 30)));
        var rma = await visit.Database.Cases.Select(opened => opened.Rma).SingleAsync();
        var moved = new ReviewOutcome.Hindered(ReviewObstacle.MoneyMoved, CaseState.NeedsReview);
        Assert.Equal(moved, await ApproveAsync(rma));
        Assert.Equal(moved, await RefuseAsync(rma, "No."));
    }

    [Fact]
    public async Task AskAgain_WhileItWaits_TakesNoPieceAndLeavesAClaimOpen()
    {
        var rma = await AskedAsync("P-1003", Reason.ChangedMind);
        Assert.Empty((await LoadAsync(rma)).Case.Units);
        await using var visit = Visit();
        var order = (await visit.Orders.FindAsync("P-1003"))!;
        Assert.NotEqual(Verdict.Refused, visit.Judge.Decide(order, "L1", Reason.Damaged).Verdict);
        Assert.Equal(Verdict.Refused, visit.Judge.Decide(order, "L1", Reason.ChangedMind).Verdict);
    }

    [Fact]
    public async Task AskAgain_SameLineFromAnotherDraft_FindsTheFirstCaseUntilItIsAnswered()
    {
        var rma = await AskedAsync("P-1003", Reason.ChangedMind);
        Assert.Equal(rma, await AskedAsync("P-1003", Reason.WrongSize));
        await RefuseAsync(rma, "No.");
        Assert.NotEqual(rma, await AskedAsync("P-1003", Reason.ChangedMind));
    }

    [Fact]
    public async Task AskAgain_TwentyDraftsAtOnce_OpensOneCase()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1003");
        var order = (await visit.Orders.FindAsync("P-1003"))!;
        var refused = visit.Judge.Decide(order, "L1", Reason.ChangedMind);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            await using var tab = Visit();
            return await tab.Opener.AskAgainAsync(order, refused, "Please.", Guid.NewGuid(), Correspondent.Buyer);
        })));
        var opened = outcomes.Select(outcome => Assert.IsType<OpenOutcome.Opened>(outcome)).ToList();
        Assert.Single(opened.Select(outcome => outcome.Rma).Distinct());
        Assert.Single(opened, outcome => outcome.IsNew);
        Assert.Equal(1, await visit.Database.Cases.CountAsync());
    }

    [Fact]
    public async Task Approve_AskedAgain_TakesThePiecesAndAwaitsTheParcel()
    {
        var rma = await AskedAsync("P-1003", Reason.ChangedMind);
        Assert.IsType<ReviewOutcome.Done>(await ApproveAsync(rma, answer: "As an exception."));
        var (opened, order, refunds) = await LoadAsync(rma);
        Assert.Equal((CaseState.Open, GoodsState.Awaited, MoneyState.None), (opened.State, opened.Goods, opened.Money));
        Assert.Equal((Resolution.Refund, ShipmentMethod.SendBack, true), (opened.Lines[0].Resolution, opened.Lines[0].Shipment, opened.Lines[0].IsSentBack));
        Assert.Equal(("L1", 1), (opened.Units[0].LineId, opened.Units[0].Unit));
        Assert.Equal(RefundPlanner.UnitAmounts(order.Facts, "L1")[0].Total.Minor, opened.Total);
        Assert.Equal(("As an exception.", null), (opened.Answer, opened.AskedLineId));
        Assert.Empty(refunds);
    }

    [Fact]
    public async Task Approve_AskedAgainAndKept_RefundsAsManyPiecesAsGranted()
    {
        var rma = await AskedAsync("P-1014", Reason.ChangedMind);
        Assert.IsType<ReviewOutcome.Done>(await ApproveAsync(rma, new ReviewGrant(ShipmentMethod.Keep, 3)));
        var (opened, order, refunds) = await LoadAsync(rma);
        Assert.Equal((CaseState.Open, GoodsState.Kept, MoneyState.Planned, 3), (opened.State, opened.Goods, opened.Money, opened.Units.Count));
        Assert.Equal(3, opened.Lines[0].Quantity);
        Assert.Equal(RefundPlanner.UnitAmounts(order.Facts, "L1").Take(3).Sum(unit => unit.Total.Minor), refunds.Sum(refund => refund.Amount));
        Assert.Equal(opened.Total, refunds.Sum(refund => refund.Amount));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(int.MaxValue)]
    public async Task Approve_AskedAgainForMoreThanIsFree_StoresNothing(int quantity)
    {
        var rma = await AskedAsync("P-1014", Reason.ChangedMind);
        Assert.Equal(new ReviewOutcome.Hindered(ReviewObstacle.UnitsTaken, CaseState.NeedsReview), await ApproveAsync(rma, new ReviewGrant(Quantity: quantity)));
        var (opened, _, refunds) = await LoadAsync(rma);
        Assert.Equal((CaseState.NeedsReview, 0, 0), (opened.State, opened.Units.Count, refunds.Count));
    }

    [Fact]
    public async Task Open_OrderEditedInBetween_AsksTheShopperAgain()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1014");
        var journey = await visit.JourneyAsync("P-1014", Guid.NewGuid(), new Asked("L1"));
        await visit.Database.Orders.ExecuteUpdateAsync(set => set.SetProperty(order => order.Version, order => order.Version + 1));
        Assert.IsType<OpenOutcome.PlanChanged>(await visit.Opener.OpenAsync(journey, journey.Plan().Hash, Correspondent.Buyer));
        Assert.Equal(0, await visit.Database.Cases.CountAsync());
        Assert.Equal(0, await visit.Database.Refunds.CountAsync());
    }

    private Visit Visit() => new(Open(), _clock);

    // A case of high value waits by policy.
    private async Task<string> WaitingAsync()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1005");
        return await visit.OpenedAsync("P-1005", new Asked("L1", Reason.ChangedMind, Shipment: ShipmentMethod.SendBack));
    }

    private async Task<string> AskedAsync(string number, Reason reason)
    {
        await using var visit = Visit();
        if (await visit.Orders.FindAsync(number) is null)
        {
            await visit.StoreAsync(number);
        }

        var order = (await visit.Orders.FindAsync(number))!;
        return Assert.IsType<OpenOutcome.Opened>(await visit.Opener.AskAgainAsync(order, visit.Judge.Decide(order, "L1", reason), "Please.", Guid.NewGuid(), Correspondent.Buyer)).Rma;
    }

    private static async Task DisputeAsync(Visit visit) =>
        await visit.Database.Set<Portal.Web.Orders.Payment>().ExecuteUpdateAsync(set => set.SetProperty(payment => payment.DisputedAt, (Instant?)Instant.FromDateTimeOffset(PortalFactory.Start)));

    private async Task<ReviewOutcome> ApproveAsync(string rma, ReviewGrant? grant = null, string? answer = null)
    {
        await using var visit = Visit();
        return await visit.Review.ApproveAsync(rma, answer, grant);
    }

    private async Task<ReviewOutcome> RefuseAsync(string rma, string answer)
    {
        await using var visit = Visit();
        return await visit.Review.RefuseAsync(rma, answer);
    }

    private async Task<LoadedCase> LoadAsync(string rma)
    {
        await using var visit = Visit();
        return (await visit.Cases.FindAsync(rma))!;
    }
}
