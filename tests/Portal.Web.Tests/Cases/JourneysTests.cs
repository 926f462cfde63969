using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Portal.Returns.Decisions;
using Portal.Web.Cases;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Cases;

public abstract class JourneysTests : DatabaseTest
{
    private static readonly DraftLine[] OneMug = [new() { LineId = "L1", Quantity = 1, Reason = Reason.Damaged }];

    private readonly FakeTimeProvider _clock = new(PortalFactory.Start);

    private Visit Visit() => new(Open(), _clock);

    [Fact]
    public async Task Load_UnknownDraft_IsEmptyAndStoresNothing()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1001");
        var journey = await visit.Journeys.LoadAsync((await visit.Orders.FindAsync("P-1001"))!, Guid.NewGuid());
        Assert.Empty(journey!.Lines);
        Assert.Equal(0, await visit.Database.Drafts.CountAsync());
    }

    [Fact]
    public async Task Load_DraftOfAnotherOrder_IsNone()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1001", "P-1002");
        var draft = Guid.NewGuid();
        await visit.JourneyAsync("P-1001", draft, new Asked("L1"));
        Assert.Null(await visit.Journeys.LoadAsync((await visit.Orders.FindAsync("P-1002"))!, draft));
    }

    [Fact]
    public async Task Save_Again_KeepsTheChoiceForTheSameReasonAndDropsItForAnother()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1001");
        var draft = Guid.NewGuid();
        var journey = await visit.JourneyAsync("P-1001", draft, new Asked("L1"));
        var more = await visit.Journeys.SaveLinesAsync(journey, [new DraftLine { LineId = "L1", Quantity = 2, Reason = Reason.Damaged }]);
        Assert.Equal(ShipmentMethod.Keep, more.Draft.Lines[0].Shipment);
        await using var later = Visit();
        var order = (await later.Orders.FindAsync("P-1001"))!;
        var other = await later.Journeys.SaveLinesAsync((await later.Journeys.LoadAsync(order, draft))!, [new DraftLine { LineId = "L1", Quantity = 2, Reason = Reason.WrongSize }]);
        Assert.Null(other.Draft.Lines[0].Shipment);
        Assert.Equal(1, await later.Database.Drafts.CountAsync());
    }

    [Fact]
    public async Task Load_LineThatNoLongerExists_IsLeftOut()
    {
        await using var visit = Visit();
        await visit.StoreAsync("P-1001");
        var order = (await visit.Orders.FindAsync("P-1001"))!;
        var journey = await visit.Journeys.SaveLinesAsync(
            (await visit.Journeys.LoadAsync(order, Guid.NewGuid()))!,
            [new DraftLine { LineId = "L9", Quantity = 1, Reason = Reason.Damaged }, new DraftLine { LineId = "L1", Quantity = 99, Reason = Reason.Damaged }]);
        Assert.Empty(journey.Lines);
        Assert.False(journey.IsGranted);
    }

    // A double click on "Continue": both requests have seen that there is no row yet.
    [Fact]
    public async Task Save_NewDraftTwiceAtOnce_KeepsOneRow()
    {
        await using var first = Visit();
        await first.StoreAsync("P-1001");
        await using var second = Visit();
        var draft = Guid.NewGuid();
        var order = (await first.Orders.FindAsync("P-1001"))!;
        var mine = (await first.Journeys.LoadAsync(order, draft))!;
        var theirs = (await second.Journeys.LoadAsync(order, draft))!;
        var raced = false;
        first.Database.SavingChanges += (_, _) =>
        {
            if (!raced)
            {
                raced = true;
                Task.Run(() => second.Journeys.SaveLinesAsync(theirs, OneMug)).GetAwaiter().GetResult();
            }
        };
        Assert.True((await first.Journeys.SaveLinesAsync(mine, OneMug)).IsGranted);
        Assert.Equal(1, await second.Database.Drafts.CountAsync());
    }
}
