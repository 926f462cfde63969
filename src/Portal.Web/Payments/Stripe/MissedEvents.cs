using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;
using Portal.Web.Orders;
using Stripe;
using Stripe.Checkout;
using StripeDispute = Stripe.Dispute;

namespace Portal.Web.Payments.Stripe;

/// <summary>Finds what events should have told and did not: disputes that stand or have ended, and paid Checkout sessions without an order.</summary>
public sealed class MissedEvents(IStripeClient client, PortalDbContext database, StripeRefunds refunds, CheckoutOrders orders, TimeProvider clock)
{
    private const int PageSize = 100;

    // A bank transfer may take this long after the session was made.
    private static readonly Duration Delay = Duration.FromDays(14);

    // Younger sessions are left to their events.
    private static readonly Duration Grace = Duration.FromHours(1);

    private readonly DisputeService _disputes = new(client);
    private readonly SessionService _sessions = new(client);

    /// <summary>Looks, and catches up.</summary>
    /// <param name="since">How far back; payments that are disputed here are looked at whatever their age.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="StripeException">Stripe could not be asked.</exception>
    public async Task<IReadOnlyList<Difference>> FindAsync(Instant since, CancellationToken cancellation = default) =>
        [.. await DisputesAsync(since, cancellation), .. await SessionsAsync(since - Delay, cancellation)];

    private async Task<List<Difference>> DisputesAsync(Instant since, CancellationToken cancellation)
    {
        var payments = await database.Set<Payment>().AsNoTracking()
            .Where(payment => payment.Provider == StripeProvider.Called && payment.DisputedAt != null)
            .ToDictionaryAsync(payment => payment.Id, cancellation);
        var options = new DisputeListOptions { Created = new DateRangeOptions { GreaterThanOrEqual = since.ToDateTimeUtc() }, Limit = PageSize };
        await foreach (StripeDispute dispute in _disputes.ListAutoPagingAsync(options, cancellationToken: cancellation))
        {
            if (await refunds.PaymentAsync(dispute.PaymentIntentId, dispute.ChargeId, cancellation) is { } payment)
            {
                payments[payment.Id] = payment;
            }
        }

        var differences = new List<Difference>();
        foreach (var payment in payments.Values)
        {
            var stands = await refunds.ReadDisputesAsync(payment, cancellation);
            if (stands != payment.DisputedAt is not null)
            {
                differences.Add(new Difference($"{payment.Reference}: {(stands ? "disputed at Stripe, not here" : "disputed here, not at Stripe")}; it is so here now, order {await NumberAsync(payment, cancellation)}", true));
            }
        }

        return differences;
    }

    // A shop whose orders come another way has sessions too: only who listens to Checkout's events can have missed one.
    private async Task<List<Difference>> SessionsAsync(Instant since, CancellationToken cancellation)
    {
        var differences = new List<Difference>();
        if (!await database.StripeEvents.AnyAsync(known => known.Type == StripeEventTypes.CheckoutCompleted || known.Type == StripeEventTypes.CheckoutPaid, cancellation))
        {
            return differences;
        }

        var until = (Instant.FromDateTimeOffset(clock.GetUtcNow()) - Grace).ToDateTimeUtc();
        var options = new SessionListOptions { Status = "complete", Created = new DateRangeOptions { GreaterThanOrEqual = since.ToDateTimeUtc(), LessThanOrEqual = until }, Limit = PageSize };
        await foreach (var session in _sessions.ListAutoPagingAsync(options, cancellationToken: cancellation))
        {
            if (session is { Mode: "payment", PaymentStatus: "paid" or "no_payment_required" } && !await IsStoredAsync(session, cancellation))
            {
                await orders.TakeAsync(session.Id, cancellation);
                var isStored = await IsStoredAsync(session, cancellation);
                differences.Add(new Difference($"{session.Id}: paid at Stripe, no order here; {(isStored ? "it is one now" : "none can be made of it")}", isStored));
            }
        }

        return differences;
    }

    private Task<bool> IsStoredAsync(Session session, CancellationToken cancellation) => orders.IsStoredAsync(session.PaymentIntentId ?? session.Id, cancellation);

    private Task<string> NumberAsync(Payment payment, CancellationToken cancellation) =>
        database.Orders.Where(order => order.Id == payment.OrderId).Select(order => order.Number).SingleAsync(cancellation);
}
