using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Portal.Web.Payments;

/// <summary>Looks for due refunds twice a second.</summary>
public sealed class RefundWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RefundWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await ExecuteNextAsync(stoppingToken))
                {
                    // Until nothing is due.
                }
            }
            catch (Exception fault) when (fault is DbException or DbUpdateException or HttpRequestException or InvalidOperationException)
            {
                // The row stays leased and is taken up again when the lease ends.
                log.LogError(fault, "A refund could not be worked on; it will be tried again.");
            }
        }
    }

    private async Task<bool> ExecuteNextAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RefundExecutor>().ExecuteNextAsync(cancellation);
    }
}
