using Portal.Web.Notifications.Transport;

namespace Portal.Web.Notifications;

/// <summary>Looks for due mails once a second.</summary>
public sealed class MailWorker(IServiceScopeFactory scopes, IMailTransport transport, TimeProvider clock, ILogger<MailWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (transport.Obstacle is { } obstacle)
        {
            log.LogWarning("{Obstacle} They are sent once the site runs with a mail server.", obstacle);
            return;
        }

        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (!stoppingToken.IsCancellationRequested && await SendNextAsync(stoppingToken))
                {
                    // Until nothing is due.
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // The database, most likely. The row stays leased and is taken up again when the lease ends.
                log.LogError(fault, "Mails could not be worked on; they will be tried again.");
            }
        }
    }

    private async Task<bool> SendNextAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MailExecutor>().SendNextAsync(cancellation);
    }
}
