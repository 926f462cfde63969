namespace Portal.Web.Payments;

/// <summary>Says at the start that no refund is sent, and why.</summary>
public sealed class RefundHoldNotice(IServiceScopeFactory scopes, ILogger<RefundHoldNotice> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<RefundHolds>().FindAsync(cancellationToken) is { } hold)
        {
            log.LogWarning("Refunds are on hold. {Reason}", RefundHolds.Say(hold));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
