using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;

namespace Portal.Web.Operations;

/// <summary>Looks once a minute whether a daily job is due, and runs it unless another node holds it. A node that is told to stop gives back what it holds.</summary>
public sealed class DailyJobs(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DailyJobs> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Runs every job that is due, one after the other.</summary>
    /// <returns>How many were run to their end.</returns>
    public async Task<int> RunDueAsync(CancellationToken cancellation)
    {
        var done = 0;
        foreach (var name in await NamesAsync())
        {
            done += await RunAsync(name, cancellation) ? 1 : 0;
        }

        return done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunDueAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "The daily jobs could not be looked at; they will be in a minute.");
            }
        }
    }

    private async Task<bool> RunAsync(string name, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var until = Now + Job.Lease;
        if (!await ClaimAsync(database, name, until, cancellation))
        {
            return false;
        }

        try
        {
            log.LogInformation("Daily job {Job} starts.", name);
            await scope.ServiceProvider.GetServices<IDailyJob>().Single(job => string.Equals(job.Name, name, StringComparison.Ordinal)).RunAsync(cancellation);
            log.LogInformation("Daily job {Job} is done.", name);
            await ReleaseAsync(name, until, Now + Job.Pause);
            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await ReleaseAsync(name, until, Now);
            throw;
        }
        catch (Exception fault)
        {
            // Whatever a job throws must not keep the others from running.
            log.LogError(fault, "Daily job {Job} failed; it is tried again in an hour.", name);
            await ReleaseAsync(name, until, Now + Job.PauseAfterFailure);
            return false;
        }
    }

    private async Task<bool> ClaimAsync(PortalDbContext database, string name, Instant until, CancellationToken cancellation)
    {
        var now = Now;
        // Nodes that come here together both try; one of them stores the row.
        await database.Database.ExecuteSqlAsync($"""INSERT INTO "Jobs" ("Name", "NextAt") VALUES ({name}, {new InstantConverter().ConvertToProviderTyped(now)}) ON CONFLICT DO NOTHING""", cancellation);
        return await database.Jobs
            .Where(job => job.Name == name && job.NextAt <= now && (job.LeaseUntil == null || job.LeaseUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.LeaseUntil, until), cancellation) == 1;
    }

    // By the lease it was claimed with: a node that was thought dead must not undo what its successor wrote.
    private async Task ReleaseAsync(string name, Instant until, Instant nextAt)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Jobs
            .Where(job => job.Name == name && job.LeaseUntil == until)
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.LeaseUntil, (Instant?)null).SetProperty(job => job.NextAt, nextAt), CancellationToken.None);
    }

    private async Task<IReadOnlyList<string>> NamesAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        return scope.ServiceProvider.GetServices<IDailyJob>().Select(job => job.Name).ToList();
    }
}
