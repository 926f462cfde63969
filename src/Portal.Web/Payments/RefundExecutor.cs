using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Returns;
using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.Web.Data;

namespace Portal.Web.Payments;

/// <summary>Carries refund rows to their providers, one at a time, each held by a lease; none while they are on hold (<see cref="RefundHold"/>).</summary>
public sealed class RefundExecutor(PortalDbContext database, RefundOutcomes outcomes, IEnumerable<IPaymentProvider> providers, TimeProvider clock)
{
    private const int Candidates = 16;

    private static readonly Duration Lease = Duration.FromSeconds(30);

    private static readonly RefundState[] Waiting = [RefundState.Planned, RefundState.Sending, RefundState.Unknown, RefundState.Pending, RefundState.RequiresAction];

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Works on the refund that has waited longest. False when none is due.</summary>
    public async Task<bool> ExecuteNextAsync(CancellationToken cancellation = default)
    {
        if (await ClaimAsync(cancellation) is not { } refund)
        {
            return false;
        }

        if (await AskAsync(refund, cancellation) is { } answer)
        {
            await outcomes.ApplyAsync(refund.Id, answer, cancellation);
        }

        return true;
    }

    // Null when the lease was lost before the provider was asked: the row belongs to another worker.
    private async Task<ProviderAnswer?> AskAsync(Refund refund, CancellationToken cancellation)
    {
        var (payment, currency) = await database.Set<Orders.Payment>()
            .AsNoTracking()
            .Where(row => row.Id == refund.PaymentId)
            .Join(database.Orders, row => row.OrderId, order => order.Id, (row, order) => new ValueTuple<Orders.Payment, string>(row, order.Currency))
            .SingleAsync(cancellation);
        if (providers.SingleOrDefault(known => string.Equals(known.Name, refund.Provider, StringComparison.Ordinal)) is not { } provider)
        {
            // Whoever may have heard of it is asked once it is back; until then nobody knows.
            return refund.SentAt is null && refund.Origin == RefundOrigin.Portal ? new ProviderAnswer.Later(RefundFault.Misconfigured) : new ProviderAnswer.Unknown(refund.IsKeySpent);
        }

        var order = new RefundOrder(refund.Id, refund.Key, payment.Reference, new Money(refund.Amount, Currency.Of(currency)), refund.SentAt ?? Now, refund.Reference);
        if (refund.SentAt is null && payment.DisputedAt is not null && !string.Equals(refund.Provider, ManualProvider.Called, StringComparison.Ordinal))
        {
            return new ProviderAnswer.Failed(RefundFault.Disputed);
        }

        // An old row that says it was never sent may come from a backup.
        if (refund.SentAt is not null || refund.Origin == RefundOrigin.Provider || refund.AgeAt(Now) > RefundPatience.UntilLookedFor)
        {
            var found = await provider.FindAsync(order, cancellation);
            if (found is not ProviderAnswer.NotFound)
            {
                // "Not now" answers the question, not the refund.
                return found is ProviderAnswer.Later ? new ProviderAnswer.Unknown(refund.IsKeySpent) : found;
            }

            if (refund.Origin == RefundOrigin.Provider || refund.State is RefundState.Pending or RefundState.RequiresAction)
            {
                // It was there once: a person finds out. It is never sent again.
                return new ProviderAnswer.Unknown();
            }

            if (refund.IsKeySpent)
            {
                refund.KeyTurn++;
                refund.IsKeySpent = false;
            }
        }

        return await MarkSendingAsync(refund, order.SentAt, cancellation)
            ? await provider.RefundAsync(order with { Key = refund.Key }, cancellation)
            : null;
    }

    // Stored before the call: whatever happens now, the row says that the provider may know of it.
    private async Task<bool> MarkSendingAsync(Refund refund, Instant sentAt, CancellationToken cancellation)
    {
        refund.SentAt = sentAt;
        if (RefundTransitions.Table.Apply(refund.State, RefundEvent.Send) is Transition<RefundState, RefundEvent>.Moved moved)
        {
            refund.State = moved.State;
        }

        refund.Version++;
        try
        {
            await database.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    // One of the oldest, by lot: workers that all wanted the very oldest would get in each other's way.
    private async Task<Refund?> ClaimAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var now = Now;
            var due = database.Refunds.Where(refund => Waiting.Contains(refund.State) && refund.NextAt <= now && (refund.LeaseUntil == null || refund.LeaseUntil < now) && !database.RefundHolds.Any());
            var oldest = await due.OrderBy(refund => refund.NextAt).Take(Candidates).Select(refund => new { refund.Id, refund.Version }).ToListAsync(cancellation);
            if (oldest.Count == 0)
            {
                return null;
            }

            var first = oldest[Random.Shared.Next(oldest.Count)];
            var claimed = await due
                .Where(refund => refund.Id == first.Id && refund.Version == first.Version)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(refund => refund.LeaseUntil, now + Lease)
                    .SetProperty(refund => refund.Version, refund => refund.Version + 1)
                    .SetProperty(refund => refund.Attempts, refund => refund.Attempts + 1), cancellation);
            var version = first.Version + 1;
            if (claimed == 1 && await database.Refunds.SingleOrDefaultAsync(refund => refund.Id == first.Id && refund.Version == version, cancellation) is { } refund)
            {
                return refund;
            }
        }
    }
}
