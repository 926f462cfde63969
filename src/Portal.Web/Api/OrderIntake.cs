using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Orders;

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

    /// <summary>The order is not at the version that was expected, or not there.</summary>
    public sealed record OtherVersion(int? Version) : IntakeOutcome;

    /// <summary>It contradicts returns and refunds of the order.</summary>
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
public sealed class OrderIntake(PortalDbContext database)
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
            return expected is null ? await CreateAsync(document, number, cancellation) : new IntakeOutcome.OtherVersion(null);
        }

        var order = await database.Orders.AsSplitQuery()
            .Include(row => row.Lines)
            .Include(row => row.Parcels).ThenInclude(parcel => parcel.Items)
            .Include(row => row.Payments)
            .SingleAsync(row => row.Number == number, cancellation);
        return order.IsDemo ? new IntakeOutcome.Demo()
            : expected is { } version && version != order.Version ? new IntakeOutcome.OtherVersion(order.Version)
            : OrderForm.Says(order, document) ? new IntakeOutcome.Stored(number, order.Version, IntakeKind.Unchanged)
            : await ChangeAsync(order, document, cancellation);
    }

    private async Task<IntakeOutcome> CreateAsync(OrderDocument document, string number, CancellationToken cancellation)
    {
        var order = OrderForm.Create(document, number);
        database.Orders.Add(order);
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
        var faults = new JsonFaults();
        new DecidedParts(order, cases, refunds).Check(document, faults);
        if (faults.Any)
        {
            database.ChangeTracker.Clear();
            return new IntakeOutcome.Faulty(faults);
        }

        // Rows that come with their keys would pass for stored ones.
        database.AddRange(OrderForm.Fill(order, document));
        await database.SaveChangesAsync(cancellation);
        return new IntakeOutcome.Stored(order.Number, order.Version, IntakeKind.Changed);
    }
}
