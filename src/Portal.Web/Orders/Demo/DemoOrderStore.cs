using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;

namespace Portal.Web.Orders.Demo;

/// <summary>Keeps the demo orders in the database.</summary>
public sealed class DemoOrderStore(PortalDbContext database)
{
    /// <summary>
    /// Stores the demo orders as of <paramref name="now"/>, in one transaction. Earlier ones on which no case, no draft and no withdrawal hangs are
    /// replaced, so that they move along with the calendar; the others stay as they are, and so does an order from elsewhere with a demo number.
    /// Does nothing when they are stored as of that instant already.
    /// </summary>
    /// <exception cref="DbUpdateException">The orders could not be stored, and no other node of the portal has stored them at the same time.</exception>
    public async Task SeedAsync(Instant now, CancellationToken cancellation = default)
    {
        var fresh = DemoOrders.Generate(now);
        if (await IsStoredAsync(fresh[^1], cancellation))
        {
            return;
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await database.Orders
            .Where(order => order.IsDemo
                && !database.Cases.Any(@case => @case.OrderId == order.Id)
                && !database.Drafts.Any(draft => draft.OrderId == order.Id)
                && !database.Withdrawals.Any(withdrawal => withdrawal.OrderId == order.Id))
            .ExecuteDeleteAsync(cancellation);
        var numbers = fresh.Select(order => order.Number).ToList();
        var taken = await database.Orders
            .Where(order => numbers.Contains(order.Number))
            .Select(order => order.Number)
            .ToHashSetAsync(StringComparer.Ordinal, cancellation);
        var missing = fresh.Where(order => !taken.Contains(order.Number)).ToList();
        database.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            database.Orders.AddRange(missing);
            await database.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            await transaction.RollbackAsync(cancellation);
            if (!await IsStoredAsync(missing[0], cancellation))
            {
                throw;
            }
        }
        finally
        {
            database.ChangeTracker.Clear();
            database.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    // Nodes that start together race for the same numbers; the first one's orders are as good.
    private Task<bool> IsStoredAsync(Order order, CancellationToken cancellation) =>
        database.Orders.AnyAsync(row => row.Number == order.Number && row.PlacedAt == order.PlacedAt, cancellation);
}
