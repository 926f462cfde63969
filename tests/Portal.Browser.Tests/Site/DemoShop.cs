using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Web.Data;
using Portal.Web.Orders;
using Portal.Web.Orders.Demo;

namespace Portal.Browser.Tests.Site;

/// <summary>A line of a demo order that one test has for itself.</summary>
public sealed record DemoLine(Order Order, OrderLine Line)
{
    public string Number => Order.Number;

    public string Email => Order.Email;

    public string Title => Line.Title;
}

/// <summary>
/// The generated orders of the portal, by what they are good for. Each order and each shopper is given out once, so tests never meet; the named
/// handful is never given out, so it stays as it was for everybody who only looks.
/// </summary>
public sealed class DemoShop
{
    // Well below what the shipped policy lets a shopper keep in these markets.
    private const long LowPrice = 17_00;

    // Well above what the shipped policy refunds without a person's look.
    private const long HighPrice = 650_00;

    // Well inside the shipped policy's return window, in days.
    private const double Window = 28;

    private const int Stock = 2_000;

    private static readonly string[] WithCents = ["DE", "FR", "ES", "GB", "US"];

    private static readonly string[] WithoutWithdrawal = ["US", "AE", "KW", "JP"];

    private readonly Lock _lock = new();

    private readonly HashSet<string> _taken = new(DemoOrders.Handful.Select(hint => hint.Email), StringComparer.Ordinal);

    private readonly IReadOnlyList<Order> _orders;

    private readonly Instant _now;

    private DemoShop(IReadOnlyList<Order> orders, Instant now) => (_orders, _now) = (orders, now);

    /// <summary>Reads the orders that the portal has stored, after adding more of the same kind: one of everything for every test that wants it.</summary>
    public static async Task<DemoShop> OpenAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = Instant.FromDateTimeOffset(scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
        database.Orders.AddRange(DemoOrders.Generate(now, Stock).Skip(await database.Orders.CountAsync()));
        await database.SaveChangesAsync();
        var orders = await database.Orders
            .AsNoTracking()
            .AsSplitQuery()
            .Include(order => order.Lines)
            .Include(order => order.Payments)
            .Include(order => order.Parcels).ThenInclude(parcel => parcel.Items)
            .OrderBy(order => order.Number)
            .ToListAsync();
        return new DemoShop(orders, now);
    }

    /// <summary>Two pieces of something cheap, delivered lately: when damaged, one is refunded and may be kept; both are sent back.</summary>
    public DemoLine CheapPair() => Take("a cheap pair", (order, line) =>
        WithCents.Contains(order.Market, StringComparer.Ordinal) && order.Payments.Count == 1 && line is { Quantity: 2, Tags: [], UnitPrice: <= LowPrice } && DaysSinceDelivery(order, line) is <= Window);

    /// <summary>Something ordinary, delivered so lately that everybody may change their mind.</summary>
    public DemoLine Returnable() => Take("something returnable", (order, line) =>
        WithCents.Contains(order.Market, StringComparer.Ordinal) && order is { IsConsumer: true, IsGift: false } && line is { Tags: [], UnitPrice: < 150_00 } && IsFresh(order));

    /// <summary>Something from the final sale, where the law gives no right to withdraw: refused, unless it is damaged.</summary>
    public DemoLine FinalSale() => Take("something from the final sale", (order, line) =>
        WithoutWithdrawal.Contains(order.Market, StringComparer.Ordinal) && line.Tags is ["final-sale"] && DaysSinceDelivery(order, line) is <= Window);

    /// <summary>Something dear, delivered: a person looks at a claim first.</summary>
    public DemoLine Dear() => Take("something dear", (order, line) =>
        WithCents.Contains(order.Market, StringComparer.Ordinal) && line is { Tags: [], UnitPrice: >= HighPrice } && DaysSinceDelivery(order, line) is <= Window);

    /// <summary>The first line of an order of the handful, for whoever looks and opens no case.</summary>
    public DemoLine ToLookAt(string number)
    {
        var order = _orders.Single(order => string.Equals(order.Number, number, StringComparison.Ordinal));
        return new DemoLine(order, order.Lines.MinBy(line => line.Position)!);
    }

    private DemoLine Take(string wish, Func<Order, OrderLine, bool> fits)
    {
        lock (_lock)
        {
            var found = _orders
                .Where(order => !_taken.Contains(order.Email))
                .SelectMany(order => order.Lines.Select(line => new DemoLine(order, line)))
                .FirstOrDefault(candidate => fits(candidate.Order, candidate.Line))
                ?? throw new InvalidOperationException($"The demo orders hold no further one with {wish}.");
            _taken.Add(found.Email);
            return found;
        }
    }

    private bool IsFresh(Order order) => order.Lines.TrueForAll(line => DaysSinceDelivery(order, line) is >= 1 and <= 9);

    // Null when a piece of the line has not been delivered.
    private double? DaysSinceDelivery(Order order, OrderLine line)
    {
        var delivered = order.Parcels
            .Where(parcel => parcel.DeliveredAt is not null)
            .SelectMany(parcel => parcel.Items.Where(item => string.Equals(item.LineId, line.LineId, StringComparison.Ordinal)).Select(item => (item.Quantity, At: parcel.DeliveredAt!.Value)))
            .ToList();
        return delivered.Sum(item => item.Quantity) == line.Quantity ? (_now - delivered.Max(item => item.At)).TotalDays : null;
    }
}
