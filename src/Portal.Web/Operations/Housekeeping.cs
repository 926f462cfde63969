using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;

namespace Portal.Web.Operations;

/// <summary>Throws away what has served its time: counts whose window has long ended, and returns that nobody went on with.</summary>
public sealed class Housekeeping(PortalDbContext database, TimeProvider clock) : IDailyJob
{
    /// <summary>How long a draft waits for its shopper.</summary>
    public static readonly Duration DraftsKept = Duration.FromDays(30);

    private static readonly Duration CountsKept = Duration.FromDays(1);

    public string Name => "housekeeping";

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        var (counts, drafts) = (now - CountsKept, now - DraftsKept);
        await database.Throttles.Where(throttle => throttle.WindowStart < counts).ExecuteDeleteAsync(cancellation);
        await database.Drafts.Where(draft => draft.UpdatedAt < drafts).ExecuteDeleteAsync(cancellation);
    }
}
