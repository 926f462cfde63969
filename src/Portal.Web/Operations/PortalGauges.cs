using System.Data.Common;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Data;

namespace Portal.Web.Operations;

/// <summary>
/// Looks every half minute at what waits and shows it as gauges, the same on every node:
/// <c>portal.refunds</c> by state, <c>portal.queue.oldest</c> in seconds by queue, <c>portal.cases.due_soon</c> and <c>portal.withdrawals.due_soon</c>,
/// cases and statements of withdrawal whose last legal day to refund is near or past.
/// </summary>
public sealed class PortalGauges : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly IServiceScopeFactory _scopes;

    private readonly TimeProvider _clock;

    private readonly ILogger<PortalGauges> _log;

    private volatile Reading _last = new([], [], 0, 0);

    public PortalGauges(IServiceScopeFactory scopes, IMeterFactory meters, TimeProvider clock, ILogger<PortalGauges> log)
    {
        (_scopes, _clock, _log) = (scopes, clock, log);
        var meter = meters.Create(PortalMetrics.Meter);
        meter.CreateObservableGauge("portal.refunds", () => _last.Refunds, "{refund}", "Refunds by state.");
        meter.CreateObservableGauge("portal.queue.oldest", () => _last.Oldest, "s", "Age of the oldest row that waits, by queue.");
        meter.CreateObservableGauge("portal.cases.due_soon", () => _last.DueSoon, "{case}", "Open cases near or past the last legal day to refund.");
        meter.CreateObservableGauge("portal.withdrawals.due_soon", () => _last.DueWithdrawals, "{withdrawal}", "Withdrawals that wait for the shop, near or past the last legal day to refund.");
    }

    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = Instant.FromDateTimeOffset(_clock.GetUtcNow());
        var states = await database.Refunds.GroupBy(refund => refund.State).Select(group => new { State = group.Key, Count = group.LongCount() }).ToListAsync(cancellation);
        var oldest = new List<Measurement<double>>();
        foreach (var rows in scope.ServiceProvider.GetServices<IWaitingRows>())
        {
            var age = await rows.OldestAsync(cancellation) is { } since ? Math.Max(0, (now - since).TotalSeconds) : 0;
            oldest.Add(new Measurement<double>(age, new KeyValuePair<string, object?>("queue", rows.Name)));
        }

        var legal = scope.ServiceProvider.GetRequiredService<LegalClock>();
        _last = new Reading(
            [.. Enum.GetValues<RefundState>().Select(state => new Measurement<long>(
                states.SingleOrDefault(found => found.State == state)?.Count ?? 0,
                new KeyValuePair<string, object?>("state", state.ToString())))],
            oldest,
            (await legal.NearingAsync(cancellation)).Count,
            (await legal.NearingWithdrawalsAsync(cancellation)).Count);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, _clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is DbException or InvalidOperationException)
            {
                _log.LogWarning(fault, "The gauges could not be read; they show what was there before.");
            }
        }
    }

    private sealed record Reading(IReadOnlyList<Measurement<long>> Refunds, IReadOnlyList<Measurement<double>> Oldest, long DueSoon, long DueWithdrawals);
}
