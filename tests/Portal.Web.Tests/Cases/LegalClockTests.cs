using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Portal.Returns.Decisions;
using Portal.Web.Cases;
using Portal.Web.Tests.Data;

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
    public async Task Business_HasNoLegalDay() => Assert.Null(await DueAsync(await OpenAsync("P-1011", new Asked("L1", Reason.ChangedMind, Shipment: ShipmentMethod.SendBack))));

    private async Task<string> OpenAsync(string number, Asked asked)
    {
        await using var visit = new Visit(Open(), _clock);
        await visit.StoreAsync(number);
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
        return await new LegalClock(database, _clock, NullLogger<LegalClock>.Instance).NearingAsync();
    }
}
