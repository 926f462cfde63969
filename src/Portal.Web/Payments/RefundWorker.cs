namespace Portal.Web.Payments;

/// <summary>Looks for due refunds twice a second, and works on a few at a time, so that one slow answer does not hold up the others.</summary>
public sealed class RefundWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RefundWorker> log) : BackgroundService
{
    private const int AtOnce = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            try
            {
                while (!stopping.IsCancellationRequested && await ExecuteNextAsync())
                {
                    // Until nothing is due.
                }
            }
            catch (Exception fault)
            {
                // Whatever it was: the row stays leased, is taken up again when the lease ends, and the worker lives on.
                log.LogError(fault, "A refund could not be worked on; it will be tried again.");
            }
        }
    }

    // The refund in hand is finished when the program stops: the provider's time-out bounds it.
    private async Task<bool> ExecuteNextAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RefundExecutor>().ExecuteNextAsync(CancellationToken.None);
    }
}
