using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;

namespace Portal.Web.Orders;

/// <summary>What a look-up gave.</summary>
public enum LookupOutcome
{
    Found,

    /// <summary>No order has this number with this e-mail or postcode; which of the two is wrong is never told.</summary>
    NotFound,

    /// <summary>Too many failures; later it will work again.</summary>
    TooMany,
}

/// <param name="Outcome">How it went.</param>
/// <param name="OrderId">The order, when found.</param>
/// <param name="Number">Its number, when found.</param>
/// <param name="Party">Who knows what was typed: a gift's recipient knows only where it was delivered.</param>
public sealed record LookupResult(LookupOutcome Outcome, Guid OrderId, string Number, Party Party = Party.Buyer);

/// <summary>Finds an order by its number and what only its buyer or recipient knows.</summary>
public sealed class OrderLookup(PortalDbContext database, LookupThrottle throttle)
{
    /// <summary>Looks an order up by number with e-mail or postcode, of delivery or billing address. An unknown number and a wrong pair run the same queries.</summary>
    /// <param name="number">As typed.</param>
    /// <param name="proof">An e-mail address or a postcode, as typed.</param>
    /// <param name="address">The caller's network address.</param>
    /// <param name="cancellation">Ends the look-up.</param>
    public async Task<LookupResult> FindAsync(string number, string proof, string address, CancellationToken cancellation = default)
    {
        var normalized = OrderNumber.Normalize(number);
        if (!await throttle.TryReserveAsync(address, normalized, cancellation))
        {
            return new LookupResult(LookupOutcome.TooMany, Guid.Empty, "");
        }

        var order = await database.Orders
            .AsNoTracking()
            .Where(row => row.Number == normalized)
            .Select(row => new { row.Id, row.Number, row.Email, row.IsGift, row.DeliveryPostcode, row.BillingPostcode })
            .SingleOrDefaultAsync(cancellation);
        var typedPostcode = Postcode.Normalize(proof);
        var knowsEmail = Same(EmailAddress.Normalize(proof), order?.Email);
        var (isBilled, isDelivered) = (Same(typedPostcode, order?.BillingPostcode), Same(typedPostcode, order?.DeliveryPostcode));
        // A postcode that buyer and recipient share tells of neither: the recipient's view is the safe one.
        var isBuyer = knowsEmail | (isBilled & !isDelivered);
        if (order is not null && (knowsEmail | isBilled | isDelivered))
        {
            await throttle.GiveBackAsync(address, normalized, cancellation);
            return new LookupResult(LookupOutcome.Found, order.Id, order.Number, order.IsGift && !isBuyer ? Party.Recipient : Party.Buyer);
        }

        return new LookupResult(LookupOutcome.NotFound, Guid.Empty, "");
    }

    private static bool Same(string typed, string? known) =>
        typed.Length > 0
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(typed)), SHA256.HashData(Encoding.UTF8.GetBytes(known ?? "\0")));
}
