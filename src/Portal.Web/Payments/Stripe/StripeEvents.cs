using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;

namespace Portal.Web.Payments.Stripe;

/// <summary>Applies stored events, one at a time, each held by a lease. Any order and any number will do: an event only says what to read anew.</summary>
public sealed class StripeEvents(PortalDbContext database, StripeRefunds refunds, CheckoutOrders orders, TimeProvider clock, ILogger<StripeEvents> log)
{
    /// <summary>How long an applied event is remembered, so that one that comes again is known. Stripe sends for three days.</summary>
    public static readonly Duration Remembered = Duration.FromDays(30);

    private static readonly Duration Lease = Duration.FromMinutes(2);

    private static readonly Duration Shortest = Duration.FromSeconds(2);

    private static readonly Duration Longest = Duration.FromHours(1);

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Works on the event that has waited longest. False when none is due.</summary>
    public async Task<bool> ApplyNextAsync(CancellationToken cancellation = default)
    {
        if (await ClaimAsync(cancellation) is not { } said)
        {
            return false;
        }

        try
        {
            await ApplyAsync(said, cancellation);
            await DoneAsync(said, cancellation);
        }
        catch (Exception fault) when (StripeErrors.IsMissing(fault))
        {
            log.LogWarning("Event {Event} ({Type}) is about {Object}, which Stripe does not know.", said.Id, said.Type, said.ObjectId);
            await DoneAsync(said, cancellation);
        }
        catch (Exception fault) when (StripeErrors.IsForeign(fault, cancellation) || fault is DbUpdateException)
        {
            log.LogWarning("Event {Event} ({Type}) could not be applied at attempt {Attempt}: {Fault}. It will be tried again.", said.Id, said.Type, said.Attempts, fault.Message);
            await PutOffAsync(said, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            // A fault of ours, which time alone seldom mends: others go before it, and a person reads of it.
            log.LogError(fault, "Event {Event} ({Type}) could not be applied at attempt {Attempt}. It will be tried again.", said.Id, said.Type, said.Attempts);
            await PutOffAsync(said, cancellation);
        }

        return true;
    }

    /// <summary>Deletes events that were applied long ago.</summary>
    public Task<int> ForgetAsync(CancellationToken cancellation = default)
    {
        var before = Now - Remembered;
        return database.StripeEvents.Where(known => known.AppliedAt < before).ExecuteDeleteAsync(cancellation);
    }

    private Task ApplyAsync(StripeEvent said, CancellationToken cancellation) => said.Type switch
    {
        _ when said.ObjectId.Length == 0 => Task.CompletedTask,
        StripeEventTypes.PaymentStored => refunds.ReadOfPaymentAsync(said.ObjectId, cancellation),
        StripeEventTypes.ChargeRefunded => refunds.ReadOfChargeAsync(said.ObjectId, cancellation),
        _ when StripeEventTypes.IsRefund(said.Type) => refunds.ReadAsync(said.ObjectId, cancellation),
        _ when StripeEventTypes.IsDispute(said.Type) => refunds.ReadDisputeAsync(said.ObjectId, cancellation),
        _ when StripeEventTypes.IsCheckout(said.Type) => orders.TakeAsync(said.ObjectId, cancellation),
        _ => Task.CompletedTask,
    };

    private async Task<StripeEvent?> ClaimAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var now = Now;
            var due = database.StripeEvents.Where(known => known.AppliedAt == null && known.NextAt <= now && (known.LeaseUntil == null || known.LeaseUntil < now));
            if (await due.AsNoTracking().OrderBy(known => known.NextAt).ThenBy(known => known.Id).FirstOrDefaultAsync(cancellation) is not { } first)
            {
                return null;
            }

            var claimed = await due
                .Where(known => known.Id == first.Id && known.Attempts == first.Attempts)
                .ExecuteUpdateAsync(set => set.SetProperty(known => known.LeaseUntil, now + Lease).SetProperty(known => known.Attempts, first.Attempts + 1), cancellation);
            if (claimed == 1)
            {
                first.Attempts++;
                return first;
            }
        }
    }

    private Task<int> DoneAsync(StripeEvent said, CancellationToken cancellation)
    {
        var now = Now;
        return database.StripeEvents
            .Where(known => known.Id == said.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.AppliedAt, now).SetProperty(known => known.LeaseUntil, (Instant?)null), cancellation);
    }

    private Task<int> PutOffAsync(StripeEvent said, CancellationToken cancellation)
    {
        var next = Now + Duration.Min(Longest, Shortest * Math.Pow(2, Math.Clamp(said.Attempts - 1, 0, 20)));
        return database.StripeEvents
            .Where(known => known.Id == said.Id && known.Attempts == said.Attempts)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.NextAt, next).SetProperty(known => known.LeaseUntil, (Instant?)null), cancellation);
    }
}
