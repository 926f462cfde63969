using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Cases;
using Portal.Web.Data;
using Portal.Web.Orders;
using Portal.Web.Orders.Demo;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Orders;

public abstract class DemoOrderStoreTests : DatabaseTest
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 9, 30);

    private static readonly Instant Later = Now + Duration.FromDays(10);

    private static readonly int All = DemoOrders.Generate(Now).Count;

    [Fact]
    public async Task Seed_EmptyDatabase_StoresEveryOrderWhole()
    {
        await SeedAsync(Now);

        await using var database = Open();
        var expected = DemoOrders.Generate(Now);
        var stored = await database.Orders
            .AsSplitQuery()
            .Include(order => order.Lines)
            .Include(order => order.Parcels).ThenInclude(parcel => parcel.Items)
            .Include(order => order.Payments)
            .ToListAsync();
        Assert.Equal(All, stored.Count);
        Assert.All(expected.Join(stored, order => order.Number, order => order.Number, (left, right) => (left, right), StringComparer.Ordinal), pair =>
        {
            Assert.Equal(pair.left.PlacedAt, pair.right.PlacedAt);
            Assert.Equal(pair.left.Lines.Sum(line => line.Tax), pair.right.Lines.Sum(line => line.Tax));
            Assert.Equal(pair.left.Lines.SelectMany(line => line.Tags).Count(), pair.right.Lines.SelectMany(line => line.Tags).Count());
            Assert.Equal(pair.left.Parcels.SelectMany(parcel => parcel.Items).Count(), pair.right.Parcels.SelectMany(parcel => parcel.Items).Count());
            Assert.Equal(pair.left.Payments.Sum(payment => payment.Captured), pair.right.Payments.Sum(payment => payment.Captured));
        });
    }

    [Fact]
    public async Task Seed_TenDaysLater_MovesOrdersAlongUnderTheirIdsAndLeavesNothingBehind()
    {
        await SeedAsync(Now);
        var before = await FindAsync("P-1008");
        await SeedAsync(Later);

        var after = await FindAsync("P-1008");
        await using var database = Open();
        Assert.Equal(before.Id, after.Id);
        Assert.Equal(before.PlacedAt + Duration.FromDays(10), after.PlacedAt);
        Assert.Equal(All, await database.Orders.CountAsync());
        Assert.Equal(DemoOrders.Generate(Later).Sum(order => order.Lines.Count), await database.Set<OrderLine>().CountAsync());
        Assert.Equal(DemoOrders.Generate(Later).Sum(order => order.Payments.Count), await database.Set<Payment>().CountAsync());
    }

    [Fact]
    public async Task Seed_SomethingHangsOnAnOrder_LeavesItAsItIs()
    {
        await SeedAsync(Now);
        var (first, second, third, free) = (await FindAsync("P-1001"), await FindAsync("P-1002"), await FindAsync("P-1003"), await FindAsync("P-1004"));
        await using (var database = Open())
        {
            database.Cases.Add(new ReturnCase { Rma = "R-0000-0001", OrderId = first.Id, Locale = "en", OpenedAt = Now });
            database.Drafts.Add(new ReturnDraft { OrderId = second.Id, CreatedAt = Now, UpdatedAt = Now });
            database.Withdrawals.Add(new Withdrawal { Id = Guid.CreateVersion7(), OrderId = third.Id, Name = "Walter", Contract = "P-1003", Email = third.Email, Locale = "en", ReceivedAt = Now });
            await database.SaveChangesAsync();
        }

        await SeedAsync(Later);

        Assert.Equal(first.PlacedAt, (await FindAsync("P-1001")).PlacedAt);
        Assert.Equal(second.PlacedAt, (await FindAsync("P-1002")).PlacedAt);
        Assert.Equal(third.PlacedAt, (await FindAsync("P-1003")).PlacedAt);
        Assert.Equal(free.PlacedAt + Duration.FromDays(10), (await FindAsync("P-1004")).PlacedAt);
        await using var reopened = Open();
        Assert.Equal(All, await reopened.Orders.CountAsync());
    }

    [Fact]
    public async Task Seed_NumberBelongsToARealOrder_LeavesTheRealOne()
    {
        await using (var database = Open())
        {
            database.Orders.Add(new Order { Number = "P-1001", Locale = "en", Market = "US", Currency = "USD", PlacedAt = Now, Email = "real@example.org" });
            await database.SaveChangesAsync();
        }

        await SeedAsync(Now);

        var order = await FindAsync("P-1001");
        await using var reopened = Open();
        Assert.Equal((false, "real@example.org"), (order.IsDemo, order.Email));
        Assert.Equal(All, await reopened.Orders.CountAsync());
    }

    [Fact]
    public async Task Seed_TwoNodesAtOnce_StoresTheOrdersOnce()
    {
        await Task.WhenAll(Task.Run(() => SeedAsync(Now)), Task.Run(() => SeedAsync(Now)));

        await using var database = Open();
        Assert.Equal(All, await database.Orders.CountAsync());
    }

    private async Task SeedAsync(Instant now)
    {
        await using var database = Open();
        await new DemoOrderStore(database).SeedAsync(now);
    }

    private async Task<Order> FindAsync(string number)
    {
        await using var database = Open();
        return await database.Orders.AsNoTracking().SingleAsync(order => order.Number == number);
    }
}

public sealed class SqliteDemoOrderStoreTests : DemoOrderStoreTests
{
    private readonly SqliteDatabase _database = new();

    public override PortalDbContext Open() => _database.Open();

    public override async ValueTask InitializeAsync() => await _database.MigrateAsync();

    public override ValueTask DisposeAsync() => _database.DisposeAsync();
}

public sealed class PostgresDemoOrderStoreTests : DemoOrderStoreTests
{
    private readonly PostgresDatabase _database = new();

    public override PortalDbContext Open() => _database.Open();

    public override async ValueTask InitializeAsync() => await _database.MigrateAsync();

    public override ValueTask DisposeAsync() => _database.DisposeAsync();
}
