namespace Portal.Web.Payments.Stripe;

/// <summary>Looks for stored events twice a second, two at a time.</summary>
public sealed class StripeEventWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<StripeEventWorker> log) : BackgroundService
{
    private const int AtOnce = 2;

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
                while (!stopping.IsCancellationRequested && await ApplyNextAsync())
                {
                    // Until nothing is due.
                }
            }
            catch (Exception fault)
            {
                // Whatever it was: the event stays leased, is taken up again when the lease ends, and the worker lives on.
                log.LogError(fault, "An event of Stripe's could not be worked on; it will be tried again.");
            }
        }
    }

    // The event in hand is finished when the program stops: the client's patience bounds it.
    private async Task<bool> ApplyNextAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StripeEvents>().ApplyNextAsync(CancellationToken.None);
    }
}
