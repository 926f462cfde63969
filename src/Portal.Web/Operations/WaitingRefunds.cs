using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Returns.Refunds;
using Portal.Web.Data;

namespace Portal.Web.Operations;

/// <summary>Refunds that no provider has taken on yet. What a person pays, and what a provider has in hand, waits for others.</summary>
public sealed class WaitingRefunds(PortalDbContext database) : IWaitingRows
{
    private static readonly RefundState[] Ours = [RefundState.Planned, RefundState.Sending, RefundState.Unknown];

    public string Name => "refunds";

    public Duration Patience => Duration.FromHours(1);

    public Task<Instant?> OldestAsync(CancellationToken cancellation) => database.Refunds
        .Where(refund => Ours.Contains(refund.State) && refund.Provider != Payments.ManualProvider.Called)
        .OrderBy(refund => refund.CreatedAt)
        .Select(refund => (Instant?)refund.CreatedAt)
        .FirstOrDefaultAsync(cancellation);
}
