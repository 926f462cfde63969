using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Returns.Decisions;
using Portal.Web.Cases;
using Portal.Web.Data;
using Portal.Web.Tests.Data;
using Portal.Web.Tests.Notifications;

namespace Portal.Web.Tests.Cases;

public abstract class LegalClockTests : DatabaseTest
{
    private readonly FakeTimeProvider _clock = new(PortalFactory.Start);

    // Withdrawn on 18 November 2026 in Berlin: the law wants the money by 2 December.
    [Fact]
    public async Task Withdrawal_OfGoodsThatNeverLeft_IsDueAfterFourteenDaysAndWarnedOfBefore()
    {
        var rma = await OpenAsync("P-1008", new Asked("L1", Reason.ChangedMind, Shipment: ShipmentMethod.SendBack));
        Assert.Equal(new LocalDate(2026, 12, 2), await DueAsync(rma));
        Assert.Empty(await NearingAsync());
        _clock.Advance(TimeSpan.FromDays(11));
        Assert.Equal(rma, Assert.Single(await NearingAsync()).Rma);
        _clock.Advance(TimeSpan.FromDays(30));
        Assert.Single(await NearingAsync());
    }

    [Fact]
    public async Task Withdrawal_WhoseGoodsAreAwaited_MayWaitForThem()
    {
        var rma = await OpenAsync("P-1002", new Asked("L1", Reason.ChangedMind, Shipment: ShipmentMethod.SendBack));
        Assert.NotNull(await DueAsync(rma));
        _clock.Advance(TimeSpan.FromDays(30));
        Assert.Empty(await NearingAsync());
    }

    [Fact]
    public async Task Statement_NobodyHasSeenTo_IsWarnedOfBeforeItsLegalDayAndWithoutNamingAnybody()
    {
        await using var visit = new Visit(Open(), _clock);
        await visit.StoreAsync("P-1001");
        var id = Guid.NewGuid();
        await visit.Withdrawals.StoreAsync(id, new("Adelheid", "P-1001", "ada.fischer@example.com"));
        await visit.Withdrawals.StoreAsync(Guid.NewGuid(), new("Studio", "P-1011", "studio.marlow@example.org"));
        Assert.Empty(await WarnedAsync());
        Assert.Null(await new DueWithdrawals(Of(visit.Database)).LookAsync(default));

        _clock.Advance(TimeSpan.FromDays(11));
        var warned = await WarnedAsync();
        Assert.Equal(2, warned.Count);
        Assert.Contains("2026-12-02", (await new DueWithdrawals(Of(visit.Database)).LookAsync(default))!, StringComparison.Ordinal);
        Assert.All(["Adelheid", "ada.fischer", "P-1001", id.ToString()], secret => Assert.DoesNotContain(warned, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));

        await new WithdrawalDesk(visit.Database, _clock).HandleAsync(id);
        Assert.Single(await WarnedAsync());
    }

    // One that is settled, one that waits for its parcel, one whose money is on its way, one that a person looks at: two are late.
    [Fact]
    public async Task MixedCases_OnlyThoseWhoseMoneyIsLateAreNear()
    {
        var waits = await OpenAsync("P-1002", new Asked("L1", Reason.ChangedMind, Shipment: ShipmentMethod.SendBack));
        var moving = await OpenAsync("P-1008", new Asked("L1", Reason.ChangedMind, Shipment: ShipmentMethod.SendBack));
        var damaged = await OpenAsync("P-1001", new Asked("L1"));
        var looked = await AnotherAsync("P-1001", new Asked("L1", Reason.ChangedMind, Shipment: ShipmentMethod.SendBack));
        await SetAsync(looked, row => row.State = CaseState.NeedsReview);
        await SetAsync(looked, row => row.Goods = GoodsState.NotExpected);
        Assert.Null(await DueAsync(damaged));
        _clock.Advance(TimeSpan.FromDays(11));
        Assert.Equal(new[] { moving, looked }.Order(), (await NearingAsync()).Select(row => row.Rma).Order());
        Assert.NotNull(await DueAsync(waits));

        await SetAsync(moving, row => row.Money = MoneyState.Succeeded);
        Assert.Equal([looked], (await NearingAsync()).Select(row => row.Rma));
        // Sent back by the bank.
        await SetAsync(moving, row => row.Money = MoneyState.Failed);
        await SetAsync(looked, row => row.State = CaseState.Refused);
        Assert.Equal([moving], (await NearingAsync()).Select(row => row.Rma));
    }

    [Fact]
    public async Task Business_HasNoLegalDay() => Assert.Null(await DueAsync(await OpenAsync("P-1011", new Asked("L1", Reason.ChangedMind, Shipment: ShipmentMethod.SendBack))));

    private async Task<string> OpenAsync(string number, Asked asked)
    {
        await using var visit = new Visit(Open(), _clock);
        await visit.StoreAsync(number);
        return await visit.OpenedAsync(number, asked);
    }

    private async Task<string> AnotherAsync(string number, Asked asked)
    {
        await using var visit = new Visit(Open(), _clock);
        return await visit.OpenedAsync(number, asked);
    }

    private async Task<LocalDate?> DueAsync(string rma)
    {
        await using var visit = new Visit(Open(), _clock);
        return (await visit.Cases.FindAsync(rma))!.Case.RefundDueOn;
    }

    private async Task<List<ReturnCase>> NearingAsync()
    {
        await using var database = Open();
        return await Of(database).NearingAsync();
    }

    private LegalClock Of(PortalDbContext database) => new(database, _clock, NullLogger<LegalClock>.Instance);

    private async Task<List<string>> WarnedAsync()
    {
        using var log = new LoggedLines();
        await using var database = Open();
        await new LegalClock(database, _clock, new Logger<LegalClock>(log)).RunAsync(default);
        return [.. log.Lines];
    }

    private async Task SetAsync(string rma, Action<ReturnCase> change)
    {
        await using var database = Open();
        change(await database.Cases.SingleAsync(row => row.Rma == rma));
        await database.SaveChangesAsync();
    }
}
