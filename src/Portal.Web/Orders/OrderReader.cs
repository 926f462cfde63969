using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Returns.Decisions;
using Portal.Web.Cases;
using Portal.Web.Content;
using Portal.Web.Data;

namespace Portal.Web.Orders;

/// <summary>An order with what the engine may know of it and the cases that hang on it.</summary>
/// <param name="Order">The stored order with lines, parcels and payments.</param>
/// <param name="Facts">The same without anything personal.</param>
/// <param name="Cases">Its cases, oldest first.</param>
public sealed record LoadedOrder(Order Order, OrderFacts Facts, IReadOnlyList<ReturnCase> Cases)
{
    /// <summary>The line with this identifier.</summary>
    public OrderLine Line(string lineId) => Order.Lines.Single(line => string.Equals(line.LineId, lineId, StringComparison.Ordinal));

    /// <summary>The cases that a buyer, or a gift's recipient, may see: their own.</summary>
    public IReadOnlyList<ReturnCase> CasesOf(Party party) => Cases.Where(@case => @case.Party == party).ToList();
}

/// <summary>Reads orders.</summary>
public sealed class OrderReader(PortalDbContext database, Snapshot snapshot, TimeProvider clock)
{
    private const int Batch = 500;

    private static readonly Duration History = Duration.FromDays(365);

    /// <summary>The id of the order with this number, in any way of writing it; null when there is none. Nothing else is read.</summary>
    public Task<Guid?> FindIdAsync(string number, CancellationToken cancellation = default)
    {
        var normalized = OrderNumber.Normalize(number);
        return database.Orders.Where(order => order.Number == normalized).Select(order => (Guid?)order.Id).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>The order with this number, in any way of writing it; null when there is none.</summary>
    public Task<LoadedOrder?> FindAsync(string number, CancellationToken cancellation = default)
    {
        var normalized = OrderNumber.Normalize(number);
        return LoadAsync(order => order.Number == normalized, cancellation);
    }

    /// <summary>The order with this id; null when there is none.</summary>
    public Task<LoadedOrder?> LoadAsync(Guid id, CancellationToken cancellation = default) => LoadAsync(order => order.Id == id, cancellation);

    /// <summary>The facts of all orders placed since then on which no case hangs, by number, some at a time.</summary>
    public async IAsyncEnumerable<IReadOnlyList<OrderFacts>> WithoutCaseAsync(Instant since, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var last = ""; ;)
        {
            var after = last;
#pragma warning disable CA1309 // The database compares, in its own order.
            var orders = await database.Orders
                .AsNoTracking()
                .AsSplitQuery()
                .Include(order => order.Lines)
                .Include(order => order.Payments)
                .Include(order => order.Parcels).ThenInclude(parcel => parcel.Items)
                .Where(order => order.PlacedAt >= since && string.Compare(order.Number, after) > 0 && !database.Cases.Any(@case => @case.OrderId == order.Id))
                .OrderBy(order => order.Number)
                .Take(Batch)
                .ToListAsync(cancellation);
#pragma warning restore CA1309
            if (orders.Count == 0)
            {
                yield break;
            }

            orders.ForEach(Sort);
            var emails = orders.Select(order => order.Email).Distinct(StringComparer.Ordinal).ToList();
            var shoppers = await ShoppersAsync(database.Orders.Where(order => emails.Contains(order.Email)), cancellation);
            yield return orders.ConvertAll(order => OrderRows.Facts(order, [], [], shoppers.GetValueOrDefault(order.Email, ShopperFacts.Unknown), snapshot.Zone(order.Market)));
            last = orders[^1].Number;
        }
    }

    private static void Sort(Order order)
    {
        order.Lines.Sort((left, right) => left.Position.CompareTo(right.Position));
        order.Parcels.Sort((left, right) => left.Number.CompareTo(right.Number));
        var positions = order.Lines.ToDictionary(line => line.LineId, line => line.Position, StringComparer.Ordinal);
        order.Parcels.ForEach(parcel => parcel.Items.Sort((left, right) => positions[left.LineId].CompareTo(positions[right.LineId])));
    }

    // Few queries, none of which multiplies rows: an order has one payment, seldom two, and cases have few lines and units.
    private async Task<LoadedOrder?> LoadAsync(Expression<Func<Order, bool>> isAsked, CancellationToken cancellation)
    {
        var order = await database.Orders.AsNoTracking().AsSingleQuery().Include(row => row.Lines).Include(row => row.Payments).SingleOrDefaultAsync(isAsked, cancellation);
        if (order is null)
        {
            return null;
        }

        order.Parcels.AddRange(await database.Set<Parcel>().AsNoTracking().AsSingleQuery().Include(parcel => parcel.Items).Where(parcel => parcel.OrderId == order.Id).ToListAsync(cancellation));
        Sort(order);
        var cases = await database.Cases
            .AsNoTracking()
            .AsSplitQuery()
            .Include(@case => @case.Lines)
            .Include(@case => @case.Units)
            .Include(@case => @case.Events)
            .Where(@case => @case.OrderId == order.Id)
            .OrderBy(@case => @case.OpenedAt)
            .ToListAsync(cancellation);
        // Every refund is of a case.
        var refunds = cases.Count == 0 ? [] : await database.Refunds.AsNoTracking().Where(refund => refund.OrderId == order.Id).ToListAsync(cancellation);
        return new LoadedOrder(order, OrderRows.Facts(order, cases, refunds, await ShopperAsync(order.Email, cancellation), snapshot.Zone(order.Market)), cases);
    }

    private async Task<ShopperFacts> ShopperAsync(string email, CancellationToken cancellation) =>
        (await ShoppersAsync(database.Orders.Where(order => order.Email == email), cancellation)).GetValueOrDefault(email, ShopperFacts.Unknown);

    // From the shoppers' few orders to their cases: never over everybody's cases. Who was forgotten has no address and is nobody's other self.
    private async Task<Dictionary<string, ShopperFacts>> ShoppersAsync(IQueryable<Order> ofThem, CancellationToken cancellation)
    {
        var since = Instant.FromDateTimeOffset(clock.GetUtcNow()) - History;
        var orders = await ofThem
            .Where(order => order.Email != "")
            .Select(order => new
            {
                order.Email,
                order.PlacedAt,
                AreReturnless = database.Cases
                    .Where(@case => @case.OrderId == order.Id && @case.OpenedAt >= since && @case.State != CaseState.Refused)
                    .Select(@case => @case.Lines.Any(line => line.Resolution == Resolution.Refund && (line.Shipment == ShipmentMethod.Keep || line.Shipment == ShipmentMethod.Donate)))
                    .ToList(),
            })
            .AsSingleQuery()
            .ToListAsync(cancellation);
        return orders.GroupBy(order => order.Email, StringComparer.Ordinal).ToDictionary(
            shopper => shopper.Key,
            shopper => new ShopperFacts(
                shopper.Count(order => order.PlacedAt >= since),
                shopper.Sum(order => order.AreReturnless.Count),
                shopper.Sum(order => order.AreReturnless.Count(isReturnless => isReturnless)),
                []),
            StringComparer.Ordinal);
    }
}
