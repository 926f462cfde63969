using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Web.Data;
using Portal.Web.Operations;

namespace Portal.Web.Cases;

/// <summary>Warns before the last legal day of a refund (<see cref="ReturnCase.RefundDueOn"/>), once a day in the log.</summary>
public sealed class LegalClock(PortalDbContext database, TimeProvider clock, ILogger<LegalClock> log) : IDailyJob
{
    /// <summary>How many days before the last one it warns.</summary>
    public const int WarningDays = 4;

    // The day it is in the zone that is furthest ahead: better warned half a day early.
    private LocalDate Limit => Instant.FromDateTimeOffset(clock.GetUtcNow()).WithOffset(Offset.FromHours(14)).Date.PlusDays(WarningDays);

    public string Name => "legal-clock";

    /// <summary>Cases whose last legal day is near or past and whose money is not there yet, most urgent first. Where goods are awaited, the shop may wait too.</summary>
    public Task<List<ReturnCase>> NearingAsync(CancellationToken cancellation = default)
    {
        var limit = Limit;
        return database.Cases
            .AsNoTracking()
            .Where(row => row.RefundDueOn <= limit
                && (row.State == CaseState.Open || row.State == CaseState.NeedsReview)
                && row.Money != MoneyState.Succeeded
                && (row.Money != MoneyState.None || (row.Goods != GoodsState.Awaited && row.Goods != GoodsState.InTransit)))
            .OrderBy(row => row.RefundDueOn)
            .ToListAsync(cancellation);
    }

    /// <summary>Statements of withdrawal that nobody has seen to and whose last legal day is near or past, most urgent first.</summary>
    public Task<List<Withdrawal>> NearingWithdrawalsAsync(CancellationToken cancellation = default)
    {
        var limit = Limit;
        return database.Withdrawals
            .AsNoTracking()
            .Where(row => row.HandledAt == null && row.RefundDueOn <= limit)
            .OrderBy(row => row.RefundDueOn)
            .ToListAsync(cancellation);
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var near in await NearingAsync(cancellation))
        {
            log.LogWarning("The refund of case {Rma} is due by law on {Day}; its money is {Money}.", near.Rma, near.RefundDueOn, near.Money);
        }

        // A statement's id opens its page, and its words are a person's: neither belongs into a log.
        foreach (var near in await NearingWithdrawalsAsync(cancellation))
        {
            log.LogWarning("A withdrawal that was declared at {ReceivedAt} waits for the shop; its refund is due by law on {Day}. 'withdrawals list' shows it.", near.ReceivedAt, near.RefundDueOn);
        }
    }
}
