using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Portal.Knowledge.Articles;
using Portal.Web.Content;
using Portal.Web.Data;
using Portal.Web.Notifications.Transport;

namespace Portal.Web.Operations;

/// <summary>Whether the site can serve.</summary>
/// <param name="Status"><c>ok</c>, <c>degraded</c> (it serves, and somebody should look) or <c>unhealthy</c> (it cannot serve).</param>
/// <param name="Content">The start of the hash of the content being served.</param>
/// <param name="Reasons">Why it is not ok; never with anything about a person.</param>
public sealed record Readiness(string Status, string Content, IReadOnlyList<string> Reasons);

/// <summary>Finds out whether the site can serve. The database is asked at most every five seconds, however often somebody wants to know.</summary>
public sealed class ReadinessProbe(SnapshotStore snapshots, IMailTransport mail, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReadinessProbe> log) : IDisposable
{
    private const string Unwritable = "The database cannot be written.";

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1, 1);

    private (DateTimeOffset At, bool IsWritable, IReadOnlyList<string> Reasons)? _last;

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Readiness> LookAsync(CancellationToken cancellation)
    {
        var (_, isWritable, waiting) = await DatabaseAsync(cancellation);
        var reasons = snapshots.Faults.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.ToString()).Append(mail.Obstacle).OfType<string>().Concat(waiting).ToList();
        return new Readiness(!isWritable ? "unhealthy" : reasons.Count > 0 ? "degraded" : "ok", snapshots.Current.Hash[..12], reasons);
    }

    public void Dispose() => _turn.Dispose();

    private async Task<(DateTimeOffset At, bool IsWritable, IReadOnlyList<string> Reasons)> DatabaseAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_last is { } last && Now - last.At < Fresh)
            {
                return last;
            }

            var reasons = await AskAsync();
            _last = (Now, !reasons.Contains(Unwritable, StringComparer.Ordinal), reasons);
            return _last.Value;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<IReadOnlyList<string>> AskAsync()
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            database.Database.SetCommandTimeout(Patience);
            var now = new InstantConverter().ConvertToProviderTyped(Instant.FromDateTimeOffset(Now));
            // A real row: a full disk lets through whatever changes nothing.
            await database.Database.ExecuteSqlAsync($"""INSERT INTO "Jobs" ("Name", "NextAt") VALUES ('readiness', {now}) ON CONFLICT ("Name") DO UPDATE SET "NextAt" = {now}""", patience.Token);
            var reasons = new List<string>();
            foreach (var rows in scope.ServiceProvider.GetServices<IWaitingRows>())
            {
                if (await rows.OldestAsync(patience.Token) is { } oldest && Instant.FromDateTimeOffset(Now) - oldest > rows.Patience)
                {
                    reasons.Add($"There are {rows.Name} that have been waiting since {InstantPattern.General.Format(oldest)}.");
                }
            }

            foreach (var concern in scope.ServiceProvider.GetServices<IConcern>())
            {
                if (await concern.LookAsync(patience.Token) is { } matter)
                {
                    reasons.Add(matter);
                }
            }

            return reasons;
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or OperationCanceledException or InvalidOperationException or TimeoutException)
        {
            log.LogError(fault, "The database cannot be written.");
            return [Unwritable];
        }
    }
}
