using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Portal.Returns.Decisions;
using Portal.Web.Cases;
using Portal.Web.Orders.Demo;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Orders.Demo;

public abstract class DemoOrderStoreTests : DatabaseTest
{
    private readonly FakeTimeProvider _clock = new(PortalFactory.Start);

    private Instant Now => Instant.FromDateTimeOffset(_clock.GetUtcNow());

    [Fact]
    public async Task Seed_EmptyDatabase_StoresHundredsOverEightMarkets()
    {
        await SeedAsync();
        await using var database = Open();
        Assert.InRange(await database.Orders.CountAsync(), 500, 2000);
        Assert.Equal(["AE", "DE", "ES", "FR", "GB", "JP", "KW", "US"], await database.Orders.Select(order => order.Market).Distinct().OrderBy(market => market).ToListAsync());
        Assert.All(await database.Orders.Select(order => order.IsDemo).ToListAsync(), Assert.True);
    }

    [Fact]
    public async Task Seed_DayLater_MovesUntouchedOrdersAndKeepsThoseInUse()
    {
        await SeedAsync();
        await using (var visit = new Visit(Open(), _clock))
        {
            await visit.OpenedAsync("P-1014", new Asked("L1"));
            await visit.JourneyAsync("P-1002", Guid.NewGuid(), new Asked("L1", Reason.ChangedMind, Shipment: ShipmentMethod.SendBack));
            await new Withdrawals(visit.Database, _clock).StoreAsync(Guid.NewGuid(), new("Iker", "P-1008", "iker.salinas@example.com"));
        }

        var before = await PlacedAsync();
        _clock.Advance(TimeSpan.FromDays(1));
        await SeedAsync();
        var after = await PlacedAsync();
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["P-1002", "P-1008", "P-1014"], after.Where(entry => entry.Value == before[entry.Key]).Select(entry => entry.Key).Order(StringComparer.Ordinal));
        await using var database = Open();
        Assert.Equal(1, await database.Cases.CountAsync());
        Assert.Equal(before.Count, await database.Orders.CountAsync());
    }

    [Fact]
    public async Task Seed_OrderFromElsewhereWithADemoNumber_StaysAsItIs()
    {
        await using (var database = Open())
        {
            database.Orders.Add(new Portal.Web.Orders.Order { Number = "P-1001", Locale = "en", Market = "GB", Currency = "GBP", PlacedAt = Now, Email = "real@example.com" });
            await database.SaveChangesAsync();
        }

        await SeedAsync();
        await using var fresh = Open();
        Assert.Equal("real@example.com", (await fresh.Orders.SingleAsync(order => order.Number == "P-1001")).Email);
        Assert.Equal(1, await fresh.Orders.CountAsync(order => !order.IsDemo));
    }

    [Fact]
    public async Task Seed_NodesThatStartTogether_StoreOneSet()
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(SeedAsync)));
        await using var database = Open();
        Assert.Equal(DemoOrders.Generate(Now).Count, await database.Orders.CountAsync());
    }

    private async Task SeedAsync()
    {
        await using var database = Open();
        await new DemoOrderStore(database).SeedAsync(Now);
    }

    private async Task<Dictionary<string, Instant>> PlacedAsync()
    {
        await using var database = Open();
        return await database.Orders.ToDictionaryAsync(order => order.Number, order => order.PlacedAt, StringComparer.Ordinal);
    }
}
