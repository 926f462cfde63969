using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;

namespace Portal.Web.Operations;

/// <summary>Events of Stripe's that are stored and not applied yet, such as those that were put off because Stripe could not be asked.</summary>
public sealed class WaitingStripeEvents(PortalDbContext database) : IWaitingRows
{
    public string Name => "Stripe events";

    public Duration Patience => Duration.FromHours(1);

    public Task<Instant?> OldestAsync(CancellationToken cancellation) => database.StripeEvents
        .Where(said => said.AppliedAt == null)
        .OrderBy(said => said.ReceivedAt)
        .Select(said => (Instant?)said.ReceivedAt)
        .FirstOrDefaultAsync(cancellation);
}
