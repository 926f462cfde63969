using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Orders;

namespace Portal.Web.Payments.Stripe;

/// <summary>Says at the start what is missing for payments that Stripe has taken.</summary>
public sealed class StripeNotice(StripeSettings settings, IServiceScopeFactory scopes, ILogger<StripeNotice> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings is { SecretKey: not null, WebhookSecret: null })
        {
            log.LogWarning("Stripe:WebhookSecret is not set: refunds made in Stripe's dashboard, disputes and Checkout orders are not heard of.");
        }

        if (settings.SecretKey is null)
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Set<Payment>().AnyAsync(payment => payment.Provider == StripeProvider.Called, cancellationToken))
            {
                log.LogError("There are payments that Stripe has taken, but Stripe:SecretKey is not set: their refunds wait until it is.");
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
