using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Portal.Web.Cases;
using Portal.Web.Data;
using Portal.Web.Operations;

namespace Portal.Web.Payments;

/// <summary>Sets, shows and lifts the hold of refunds. <see cref="RefundExecutor"/> heeds it.</summary>
public sealed class RefundHolds(PortalDbContext database) : IConcern
{
    /// <summary>The hold, or null when refunds go out.</summary>
    public Task<RefundHold?> FindAsync(CancellationToken cancellation = default) => database.RefundHolds.AsNoTracking().SingleOrDefaultAsync(cancellation);

    /// <summary>Holds refunds in a database that was put back. A copy that was on hold itself stays so, as of its own day.</summary>
    public async Task HoldAsync(CancellationToken cancellation = default)
    {
        if (await FindAsync(cancellation) is not null)
        {
            return;
        }

        var planned = await database.Refunds.OrderByDescending(refund => refund.CreatedAt).Select(refund => (Instant?)refund.CreatedAt).FirstOrDefaultAsync(cancellation);
        var happened = await database.Set<TimelineEvent>().OrderByDescending(row => row.At).Select(row => (Instant?)row.At).FirstOrDefaultAsync(cancellation);
        database.RefundHolds.Add(new RefundHold { KnownUntil = new[] { planned, happened }.Max() ?? NodaConstants.UnixEpoch });
        await database.SaveChangesAsync(cancellation);
    }

    /// <summary>Lets refunds go out again. False when they did.</summary>
    public async Task<bool> LiftAsync(CancellationToken cancellation = default) => await database.RefundHolds.ExecuteDeleteAsync(cancellation) > 0;

    public async Task<string?> LookAsync(CancellationToken cancellation) => await FindAsync(cancellation) is { } hold ? Say(hold) : null;

    /// <summary>Why nothing is sent, and what lifts it.</summary>
    public static string Say(RefundHold hold)
    {
        ArgumentNullException.ThrowIfNull(hold);
        return $"The database was put back from a copy that knows nothing after {InstantPattern.General.Format(hold.KnownUntil)}: no refund is sent until 'refunds reconcile' has compared the books.";
    }
}
