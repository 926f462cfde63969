using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;
using Portal.Web.Orders;
using Portal.Web.Payments.Stripe;

namespace Portal.Web.Api;

/// <summary>What became of an order that another system told.</summary>
public abstract record IntakeOutcome
{
    private IntakeOutcome()
    {
    }

    /// <summary>It is stored as told.</summary>
    /// <param name="Number">Its normalized number.</param>
    /// <param name="Version">Raised with every change.</param>
    /// <param name="Kind">Whether anything changed.</param>
    public sealed record Stored(string Number, int Version, IntakeKind Kind) : IntakeOutcome;

    /// <summary>The number belongs to a demo order.</summary>
    public sealed record Demo : IntakeOutcome;

    /// <summary>The person of the order was forgotten (<c>orders forget</c>): telling it again does not bring them back.</summary>
    public sealed record Forgotten : IntakeOutcome;

    /// <summary>The order is not at the version that was expected, or not there.</summary>
    public sealed record OtherVersion(int? Version) : IntakeOutcome;

    /// <summary>It contradicts returns and refunds of the order, or claims another order's payment.</summary>
    public sealed record Faulty(JsonFaults Faults) : IntakeOutcome;
}

/// <summary>What an intake did.</summary>
public enum IntakeKind
{
    Created,
    Changed,
    Unchanged,
}

/// <summary>Stores orders that other systems tell, whole or not at all. An order told again as it is changes nothing.</summary>
public sealed class OrderIntake(PortalDbContext database, TimeProvider clock)
{
    private const int Tries = 10;

    /// <summary>Stores an order under its number, or changes the one that is there as far as its returns and refunds allow.</summary>
    /// <param name="document">Without faults.</param>
    /// <param name="number">Normalized.</param>
    /// <param name="expected">The version it must have; null for any or none.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IntakeOutcome> StoreAsync(OrderDocument document, string number, int? expected, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        // An import of all or nothing has a transaction of its own.
        if (database.Database.CurrentTransaction is not null)
        {
            return await TryAsync(document, number, expected, cancellation);
        }

        for (var attempt = 1; ; attempt++)
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
            try
            {
                var outcome = await TryAsync(document, number, expected, cancellation);
                await transaction.CommitAsync(cancellation);
                return outcome;
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // The same number was stored in between: now it is there to be changed.
                await transaction.RollbackAsync(cancellation);
            }
        }
    }

    private async Task<IntakeOutcome> TryAsync(OrderDocument document, string number, int? expected, CancellationToken cancellation)
    {
        database.ChangeTracker.Clear();
        // Held until the commit: cases of the order that are being opened wait, and then see that it has changed.
        var isThere = await database.Orders.Where(row => row.Number == number).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version), cancellation) > 0;
        if (!isThere)
        {
            return expected is not null ? new IntakeOutcome.OtherVersion(null)
                : await FaultsOfPaymentsAsync(document, number, cancellation) is { Any: true } taken ? new IntakeOutcome.Faulty(taken)
                : await CreateAsync(document, number, cancellation);
        }

        var order = await database.Orders.AsSplitQuery()
            .Include(row => row.Lines)
            .Include(row => row.Parcels).ThenInclude(parcel => parcel.Items)
            .Include(row => row.Payments)
            .SingleAsync(row => row.Number == number, cancellation);
        return order.IsDemo ? new IntakeOutcome.Demo()
            : order.Email.Length == 0 ? new IntakeOutcome.Forgotten()
            : expected is { } version && version != order.Version ? new IntakeOutcome.OtherVersion(order.Version)
            : OrderForm.Says(order, document) ? new IntakeOutcome.Stored(number, order.Version, IntakeKind.Unchanged)
            : await ChangeAsync(order, document, cancellation);
    }

    private async Task<IntakeOutcome> CreateAsync(OrderDocument document, string number, CancellationToken cancellation)
    {
        var order = OrderForm.Create(document, number);
        database.Orders.Add(order);
        LookAt(order.Payments);
        await database.SaveChangesAsync(cancellation);
        return new IntakeOutcome.Stored(number, order.Version, IntakeKind.Created);
    }

    private async Task<IntakeOutcome> ChangeAsync(Order order, OrderDocument document, CancellationToken cancellation)
    {
        var cases = await database.Cases.AsNoTracking().AsSplitQuery()
            .Include(row => row.Lines)
            .Include(row => row.Units)
            .Where(row => row.OrderId == order.Id)
            .OrderBy(row => row.OpenedAt)
            .ToListAsync(cancellation);
        var refunds = await database.Refunds.AsNoTracking().Where(row => row.OrderId == order.Id).ToListAsync(cancellation);
        var faults = await FaultsOfPaymentsAsync(document, order.Number, cancellation);
        new DecidedParts(order, cases, refunds).Check(document, faults);
        if (faults.Any)
        {
            database.ChangeTracker.Clear();
            return new IntakeOutcome.Faulty(faults);
        }

        // Rows that come with their keys would pass for stored ones.
        var added = OrderForm.Fill(order, document);
        database.AddRange(added);
        LookAt(added.OfType<Payment>());
        await database.SaveChangesAsync(cancellation);
        return new IntakeOutcome.Stored(order.Number, order.Version, IntakeKind.Changed);
    }

    // Two orders that share a payment would each pay it back.
    private async Task<JsonFaults> FaultsOfPaymentsAsync(OrderDocument document, string number, CancellationToken cancellation)
    {
        var faults = new JsonFaults();
        var references = document.Payments.Where(payment => string.Equals(payment.Provider, StripeProvider.Called, StringComparison.Ordinal)).Select(payment => payment.Reference).ToList();
        if (references.Count == 0)
        {
            return faults;
        }

        var taken = await database.Orders
            .Where(order => order.Number != number)
            .SelectMany(order => order.Payments, (order, payment) => new { order.Number, payment.Provider, payment.Reference })
            .Where(other => other.Provider == StripeProvider.Called && references.Contains(other.Reference))
            .ToDictionaryAsync(other => other.Reference, other => other.Number, StringComparer.Ordinal, cancellation);
        foreach (var (payment, index) in document.Payments.Select((payment, index) => (payment, index)))
        {
            if (string.Equals(payment.Provider, StripeProvider.Called, StringComparison.Ordinal) && taken.TryGetValue(payment.Reference, out var other))
            {
                faults.Add(FormattableString.Invariant($"$.payments[{index}].reference"), $"is the payment of order {other}; orders that were paid together are told as one");
            }
        }

        return faults;
    }

    // Refunds and disputes of a payment that nobody knew yet were told to nobody.
    private void LookAt(IEnumerable<Payment> added)
    {
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        database.StripeEvents.AddRange(added.Where(payment => payment is { Provider: StripeProvider.Called, Captured: > 0 }).Select(payment => StripeEvent.OfStored(payment, now)));
    }
}
