using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Content;
using Portal.Web.Data;
using Portal.Web.Orders;
using Stripe;
using Stripe.Checkout;

namespace Portal.Web.Payments.Stripe;

/// <summary>Makes orders of Checkout sessions that are paid. A session makes one order, however often it is announced; an order that exists is left alone.</summary>
public sealed class CheckoutOrders(IStripeClient client, PortalDbContext database, Snapshot snapshot, TimeProvider clock, ILogger<CheckoutOrders> log)
{
    private const int PageSize = 100;

    private const int Tries = 3;

    private readonly SessionService _sessions = new(client);
    private readonly SessionLineItemService _lines = new(client);

    /// <summary>Reads a session and stores its order, if it is paid and not yet stored.</summary>
    public async Task TakeAsync(string sessionId, CancellationToken cancellation = default)
    {
        var session = await _sessions.GetAsync(sessionId, new SessionGetOptions { Expand = ["payment_intent.latest_charge"] }, cancellationToken: cancellation);
        var lines = new List<LineItem>();
        var options = new SessionLineItemListOptions { Limit = PageSize, Expand = ["data.price.product"] };
        await foreach (var line in _lines.ListAutoPagingAsync(sessionId, options, cancellationToken: cancellation))
        {
            lines.Add(line);
        }

        var told = new CheckoutOrder(session, lines, snapshot.Site);
        if (told.Obstacle is { } obstacle)
        {
            log.Log(told.IsPaid ? LogLevel.Warning : LogLevel.Information, "Session {Session} makes no order: {Obstacle}.", sessionId, obstacle);
            return;
        }

        for (var attempt = 1; !await IsStoredAsync(told.Reference, cancellation); attempt++)
        {
            if (await TryStoreAsync(told.Make(await FreeNumberAsync(told, cancellation)), attempt == Tries, cancellation))
            {
                return;
            }
        }
    }

    /// <summary>True when an order has this payment.</summary>
    public Task<bool> IsStoredAsync(string reference, CancellationToken cancellation) =>
        database.Set<Payment>().AnyAsync(payment => payment.Provider == StripeProvider.Called && payment.Reference == reference, cancellation);

    private async Task<bool> TryStoreAsync(Order order, bool isLast, CancellationToken cancellation)
    {
        database.ChangeTracker.Clear();
        database.Orders.Add(order);
        database.StripeEvents.AddRange(order.Payments.Where(payment => payment.Captured > 0).Select(payment => StripeEvent.OfStored(payment, Instant.FromDateTimeOffset(clock.GetUtcNow()))));
        try
        {
            await database.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException) when (!isLast)
        {
            // The number was taken in between, most likely by the same session: look again.
            return false;
        }
        finally
        {
            database.ChangeTracker.Clear();
        }
    }

    // An order that has the number for this very payment was stored a moment ago: it keeps it, and the unique index refuses ours.
    private async Task<string> FreeNumberAsync(CheckoutOrder told, CancellationToken cancellation)
    {
        var (numbers, reference) = (told.Numbers, told.Reference);
        var taken = await database.Orders
            .Where(order => numbers.Contains(order.Number) && !order.Payments.Any(payment => payment.Provider == StripeProvider.Called && payment.Reference == reference))
            .Select(order => order.Number)
            .ToListAsync(cancellation);
        var free = numbers.FirstOrDefault(number => !taken.Contains(number, StringComparer.Ordinal)) ?? throw new InvalidOperationException("Another order has the end of the session's name as its number.");
        if (taken.Count > 0)
        {
            log.LogWarning("The number that session {Session} asks for belongs to another order; it gets another.", told.SessionId);
        }

        return free;
    }
}
