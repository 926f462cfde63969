using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Portal.Returns.Cases;
using Portal.Returns.Decisions;
using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Cases;

public abstract class CaseOpenerTests : DatabaseTest
{
    private readonly FakeTimeProvider _clock = new(PortalFactory.Start);

    private Visit Visit() => new(Open(), _clock);

    [Fact]
    public async Task Open_DamagedCupOfLowValue_StoresCaseUnitsRefundAndPolicyTogether()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1014");
        var rma = await visit.OpenedAsync("P-1014", new Asked("L1"));
        await using var fresh = Visit();
        var (opened, order, refunds) = (await fresh.Cases.FindAsync(rma))!;
        Assert.Equal((CaseState.Open, GoodsState.Kept, MoneyState.Planned), (opened.State, opened.Goods, opened.Money));
        Assert.Equal(64, opened.PlanHash.Length);
        var line = Assert.Single(opened.Lines);
        Assert.Equal(("L1", 1, Reason.Damaged, RequestKind.Claim, Verdict.Approved, ShipmentMethod.Keep), (line.LineId, line.Quantity, line.Reason, line.Kind, line.Verdict, line.Shipment));
        Assert.Equal("L1", Assert.Single(opened.Units).LineId);
        Assert.Equal([TimelineEventKind.Opened, TimelineEventKind.ApprovedToKeep], opened.Events.Select(happened => happened.Kind));
        var refund = Assert.Single(refunds);
        Assert.Equal((RefundState.Planned, opened.Total, order.Order.Payments[0].Id), (refund.State, refund.Amount, refund.PaymentId));
        Assert.True(opened.Total > 0);
    }

    [Fact]
    public async Task Open_Decision_IsKeptWithoutAnythingPersonalAndWithItsPolicysText()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1014");
        var rma = await visit.OpenedAsync("P-1014", new Asked("L1"));
        var line = (await visit.Cases.FindAsync(rma))!.Case.Lines[0];
        using var decision = System.Text.Json.JsonDocument.Parse(line.Decision);
        Assert.DoesNotContain("jonna", line.Decision, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("24103", line.Decision, StringComparison.Ordinal);
        Assert.Contains(line.PolicyHash, line.Decision, StringComparison.Ordinal);
        var kept = await visit.Database.Policies.AsNoTracking().SingleAsync();
        Assert.Equal((line.PolicyHash, await File.ReadAllTextAsync(Path.Combine(Repository.Content, "policies", "returns.yaml"))), (kept.Hash, kept.Text));
    }

    // Faults of others: paid for units never received (spree 14678).
    [Fact]
    public async Task Open_ItemToSendBack_WaitsForGoodsWithoutARefund()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1002");
        var rma = await visit.OpenedAsync("P-1002", new Asked("L1", Reason.ChangedMind, Shipment: ShipmentMethod.SendBack));
        var (opened, _, refunds) = (await visit.Cases.FindAsync(rma))!;
        Assert.Equal((CaseState.Open, GoodsState.Awaited, MoneyState.None), (opened.State, opened.Goods, opened.Money));
        Assert.True(opened.Lines[0].IsSentBack);
        Assert.Empty(refunds);
    }

    [Fact]
    public async Task Open_HighValue_WaitsForAPersonWithoutARefund()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1005");
        var rma = await visit.OpenedAsync("P-1005", new Asked("L1", Reason.ChangedMind, Shipment: ShipmentMethod.SendBack));
        var (opened, _, refunds) = (await visit.Cases.FindAsync(rma))!;
        Assert.Equal((CaseState.NeedsReview, MoneyState.None), (opened.State, opened.Money));
        Assert.Empty(refunds);
    }

    [Fact]
    public async Task Open_PaidInTwoWays_RefundsBothToTheCent()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1006");
        var rma = await visit.OpenedAsync("P-1006", new Asked("L2"));
        var (opened, order, refunds) = (await visit.Cases.FindAsync(rma))!;
        Assert.Equal(2, refunds.Count);
        Assert.Equal(opened.Total, refunds.Sum(refund => refund.Amount));
        Assert.All(refunds, refund => Assert.Equal(0, refund.Amount % order.Order.Payments.Single(payment => payment.Id == refund.PaymentId).Step));
    }

    [Fact]
    public async Task Open_SubmittedTwice_OpensOneCase()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1014");
        var draft = Guid.NewGuid();
        var journey = await visit.JourneyAsync("P-1014", draft, new Asked("L1"));
        var first = Assert.IsType<OpenOutcome.Opened>(await visit.Opener.OpenAsync(journey, journey.Plan().Hash, Correspondent.Buyer));
        await using var again = Visit();
        Assert.True(first.IsNew);
        Assert.Equal(first with { IsNew = false }, await again.Opener.OpenAsync(journey, journey.Plan().Hash, Correspondent.Buyer));
        Assert.Equal(1, await again.Database.Cases.CountAsync());
        Assert.Equal(1, await again.Database.Refunds.CountAsync());
    }

    // Faults of others: more returned than bought (nopCommerce 1571, vendure 4135).
    [Fact]
    public async Task Open_LastUnitFromTwentyDraftsAtOnce_OpensOneCase()
    {
        await using (var seed = Visit())
        {
            await seed.StoreAsync("P-1009");
        }

        var ready = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            var visit = Visit();
            return (Visit: visit, Journey: await visit.JourneyAsync("P-1009", Guid.NewGuid(), new Asked("L1", Reason.Damaged, Shipment: ShipmentMethod.SendBack)));
        })));
        var outcomes = await Task.WhenAll(ready.Select(each => Task.Run(() => each.Visit.Opener.OpenAsync(each.Journey, each.Journey.Plan().Hash, Correspondent.Buyer))));
        var opened = Assert.Single(outcomes.OfType<OpenOutcome.Opened>());
        Assert.All(outcomes.OfType<OpenOutcome.UnitsTaken>(), taken => Assert.Equal(opened.Rma, taken.Rma));
        Assert.Equal(19, outcomes.OfType<OpenOutcome.UnitsTaken>().Count());
        Assert.Equal(1, await ready[0].Visit.Database.Cases.CountAsync());
        Assert.Equal(1, await ready[0].Visit.Database.CaseUnits.CountAsync());
        foreach (var each in ready)
        {
            await each.Visit.DisposeAsync();
        }
    }

    [Fact]
    public async Task Open_SameDraftTwentyTimesAtOnce_OpensOneCaseAndRefundsOnce()
    {
        await using (var seed = Visit())
        {
            await seed.StoreAsync("P-1014");
        }

        await using var visit = Visit();
        var journey = await visit.JourneyAsync("P-1014", Guid.NewGuid(), new Asked("L1", Quantity: 2));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            await using var tab = Visit();
            return await tab.Opener.OpenAsync(journey, journey.Plan().Hash, Correspondent.Buyer);
        })));
        var opened = outcomes.Select(outcome => Assert.IsType<OpenOutcome.Opened>(outcome)).ToList();
        Assert.Single(opened.Select(outcome => outcome.Rma).Distinct());
        Assert.Single(opened, outcome => outcome.IsNew);
        Assert.Equal(1, await visit.Database.Cases.CountAsync());
        Assert.Equal(1, await visit.Database.Refunds.CountAsync());
    }

    [Fact]
    public async Task Open_TwoOrdersUnderAPolicyNotYetKept_OpensBoth()
    {
        await using var first = Visit();
        await first.StoreAsync("P-1014", "P-1002");
        await using var second = Visit();
        var mine = await first.JourneyAsync("P-1014", Guid.NewGuid(), new Asked("L1"));
        var theirs = await second.JourneyAsync("P-1002", Guid.NewGuid(), new Asked("L1", Reason.ChangedMind, Shipment: ShipmentMethod.SendBack));

        // The other shopper's case is stored just before this one's.
        OpenOutcome? other = null;
        first.Database.SavingChanges += (_, _) => other ??= Task.Run(() => second.Opener.OpenAsync(theirs, theirs.Plan().Hash, Correspondent.Buyer)).GetAwaiter().GetResult();
        Assert.IsType<OpenOutcome.Opened>(await first.Opener.OpenAsync(mine, mine.Plan().Hash, Correspondent.Buyer));
        Assert.IsType<OpenOutcome.Opened>(other);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Open_OtherPlanThanConfirmed_StoresNothing(string confirmed)
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1014");
        var journey = await visit.JourneyAsync("P-1014", Guid.NewGuid(), new Asked("L1"));
        Assert.IsType<OpenOutcome.PlanChanged>(await visit.Opener.OpenAsync(journey, confirmed, Correspondent.Buyer));
        Assert.Equal(0, await visit.Database.Cases.CountAsync());
    }

    [Fact]
    public async Task Open_NothingChosen_StoresNothing()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1014");
        var journey = await visit.JourneyAsync("P-1014", Guid.NewGuid(), new Asked("L1", Shipment: ShipmentMethod.Donate));
        Assert.IsType<OpenOutcome.PlanChanged>(await visit.Opener.OpenAsync(journey, "", Correspondent.Buyer));
        Assert.Equal(0, await visit.Database.Cases.CountAsync());
    }

    // Faults of others: a unit that came back is returnable again (the order module of medusa), so more is returned than was bought (nopCommerce 1571).
    [Fact]
    public async Task Open_UnitOfAnotherCase_IsNotOfferedAgain()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1009");
        await visit.OpenedAsync("P-1009", new Asked("L1", Reason.Damaged, Shipment: ShipmentMethod.SendBack));
        var again = await visit.JourneyAsync("P-1009", Guid.NewGuid(), new Asked("L1", Reason.Damaged, Shipment: ShipmentMethod.SendBack));
        Assert.Equal(Verdict.Refused, again.Lines[0].Decision.Verdict);
        Assert.False(again.IsGranted);
    }

    [Fact]
    public async Task Open_ThirdReturnlessRefund_IsToBeSentBack()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1014");
        await visit.OpenedAsync("P-1014", new Asked("L1"));
        await visit.OpenedAsync("P-1014", new Asked("L1"));
        var third = await visit.JourneyAsync("P-1014", Guid.NewGuid(), new Asked("L1"));
        Assert.Equal([ShipmentMethod.SendBack], third.Lines[0].Options.Select(option => option.Shipment));
    }

    [Fact]
    public async Task Open_ReturnlessRefundsOfLastYear_CountNoMore()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1014");
        await visit.OpenedAsync("P-1014", new Asked("L1"));
        await visit.OpenedAsync("P-1014", new Asked("L1"));
        _clock.Advance(TimeSpan.FromDays(366));
        var later = await visit.JourneyAsync("P-1014", Guid.NewGuid(), new Asked("L1"));
        Assert.Equal([ShipmentMethod.Keep], later.Lines[0].Options.Select(option => option.Shipment));
    }

    // Faults of others: rounding loses cents over several partial returns (woocommerce 64668, spree 6226).
    [Fact]
    public async Task Open_EveryPieceInPartialCases_SumsToWhatWasPaidForThem()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1014");
        var whole = await visit.JourneyAsync("P-1014", Guid.NewGuid(), new Asked("L1", Reason.Defective, 4, ShipmentMethod.SendBack));
        var parts = new List<long>();
        for (var piece = 0; piece < 4; piece++)
        {
            var rma = await visit.OpenedAsync("P-1014", new Asked("L1", Reason.Defective, Shipment: ShipmentMethod.SendBack));
            parts.Add((await visit.Cases.FindAsync(rma))!.Case.Total);
        }

        Assert.Equal(whole.Plan().Total.Minor, parts.Sum());
    }

    [Fact]
    public async Task AskAgain_AfterARefusal_WaitsForAPersonWithTheMessage()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1003");
        var order = (await visit.Orders.FindAsync("P-1003"))!;
        var refused = visit.Judge.Decide(order, "L1", Reason.ChangedMind);
        Assert.Equal(Verdict.Refused, refused.Verdict);
        var draft = Guid.NewGuid();
        var asked = Assert.IsType<OpenOutcome.Opened>(await visit.Opener.AskAgainAsync(order, refused, "It never fitted.", draft, Correspondent.Buyer));
        Assert.Equal(asked with { IsNew = false }, await visit.Opener.AskAgainAsync(order, refused, "It never fitted.", draft, Correspondent.Buyer));
        var (opened, _, refunds) = (await visit.Cases.FindAsync(asked.Rma))!;
        Assert.Equal((CaseState.NeedsReview, MoneyState.None, "It never fitted."), (opened.State, opened.Money, opened.Message));
        Assert.Equal(Verdict.Refused, opened.Lines[0].Verdict);
        Assert.Equal(TimelineEventKind.ReviewAsked, Assert.Single(opened.Events).Kind);
        Assert.Empty(refunds);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("😀 ﷽ \u202e")]
    public async Task AskAgain_AnyCharacters_AreStored(string message)
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1003");
        var order = (await visit.Orders.FindAsync("P-1003"))!;
        Assert.IsType<OpenOutcome.Opened>(await visit.Opener.AskAgainAsync(order, visit.Judge.Decide(order, "L1", Reason.ChangedMind), message, Guid.NewGuid(), Correspondent.Buyer));
    }

    [Fact]
    public async Task Find_RmaInAnyWayOfWriting_IsTheCase()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1014");
        var rma = await visit.OpenedAsync("P-1014", new Asked("L1"));
        Assert.NotNull(await visit.Cases.FindAsync(" " + rma.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()));
        Assert.Null(await visit.Cases.FindAsync("R-0000-0000"));
        Assert.Null(await visit.Cases.FindAsync("'; drop table"));
    }
}
