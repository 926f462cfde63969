using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Portal.Web.Data;
using Portal.Web.Orders;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Orders;

public abstract class OrderLookupTests : DatabaseTest
{
    private const string Home = "192.0.2.1";
    private const string Stranger = "198.51.100.7";

    private static readonly TimeSpan Window = LookupThrottle.Window.ToTimeSpan();

    private readonly FakeTimeProvider _clock = new(PortalFactory.Start);

    // Number and proof as typed.
    private static readonly (string, string)[] Right =
    [
        ("P-1012", "nele.albrecht@example.com"), ("# p‐１０１２", " NELE.Albrecht@example.com "), ("P-١٠١٢", "50823"), ("P-1012", "508 23"), ("P-1012", "99423"),
    ];

    private static readonly (string, string)[] Wrong =
    [
        ("P-1012", "ada.fischer@example.com"), ("P-1012", "10405"), ("P-1012", "-"), ("P-1012", "\0"), ("P-1012", "%"),
        ("P-9999", "nele.albrecht@example.com"), ("", "nele.albrecht@example.com"), ("P-1012' or '1'='1", "nele.albrecht@example.com"),
    ];

    [Fact]
    public async Task Find_NumberWithEmailOrEitherPostcode_IsFound()
    {
        await StoreAsync("P-1012");
        foreach (var (number, proof) in Right)
        {
            Assert.Equal((number, proof, LookupOutcome.Found), (number, proof, (await FindAsync(number, proof, Home)).Outcome));
        }
    }

    [Fact]
    public async Task Find_AnythingElse_IsNotFound()
    {
        await StoreAsync("P-1012");
        foreach (var (number, proof) in Wrong)
        {
            Assert.Equal((number, proof, new LookupResult(LookupOutcome.NotFound, Guid.Empty, "")), (number, proof, await FindAsync(number, proof, Home)));
        }
    }

    [Fact]
    public async Task Find_OrderWithoutPostcode_IsNotFoundByAnEmptyOne()
    {
        await StoreAsync("P-1010");
        Assert.Equal(LookupOutcome.NotFound, (await FindAsync("P-1010", "--", Home)).Outcome);
        Assert.Equal(LookupOutcome.Found, (await FindAsync("P-1010", "amal.darwish@example.com", Home)).Outcome);
    }

    [Fact]
    public async Task Throttle_FailuresForOneNumber_CloseItForEverybodyUntilTheWindowEnds()
    {
        await StoreAsync("P-1012");
        for (var attempt = 0; attempt < LookupThrottle.FailuresPerOrder; attempt++)
        {
            Assert.Equal(LookupOutcome.NotFound, (await FindAsync("P-1012", "wrong@example.com", $"203.0.113.{attempt}")).Outcome);
        }

        Assert.Equal(LookupOutcome.TooMany, (await FindAsync("# p-1012", "nele.albrecht@example.com", Home)).Outcome);
        _clock.Advance(Window - TimeSpan.FromSeconds(1));
        Assert.Equal(LookupOutcome.TooMany, (await FindAsync("P-1012", "nele.albrecht@example.com", Home)).Outcome);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(LookupOutcome.Found, (await FindAsync("P-1012", "nele.albrecht@example.com", Home)).Outcome);
    }

    [Fact]
    public async Task Throttle_StrangerWhoGoesOnTrying_DoesNotKeepTheShopperOutLonger()
    {
        await StoreAsync("P-1012");
        for (var minute = 0; minute < 15; minute++)
        {
            await FindAsync("P-1012", "wrong@example.com", Stranger);
            await FindAsync("P-1012", "wrong@example.com", Stranger);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(LookupOutcome.Found, (await FindAsync("P-1012", "nele.albrecht@example.com", Home)).Outcome);
    }

    [Fact]
    public async Task Throttle_UnknownNumber_ClosesLikeAKnownOne()
    {
        await StoreAsync("P-1012");
        for (var attempt = 0; attempt < LookupThrottle.FailuresPerOrder; attempt++)
        {
            Assert.Equal(LookupOutcome.NotFound, (await FindAsync("P-9999", "wrong@example.com", $"203.0.113.{attempt}")).Outcome);
        }

        Assert.Equal(LookupOutcome.TooMany, (await FindAsync("P-9999", "wrong@example.com", Home)).Outcome);
        Assert.Equal(LookupOutcome.Found, (await FindAsync("P-1012", "50823", Home)).Outcome);
    }

    [Fact]
    public async Task Throttle_FailuresFromOneAddress_CloseItForAllNumbers()
    {
        await StoreAsync("P-1012");
        for (var attempt = 0; attempt < LookupThrottle.FailuresPerAddress; attempt++)
        {
            Assert.Equal(LookupOutcome.NotFound, (await FindAsync($"P-{2000 + attempt}", "50823", Stranger)).Outcome);
        }

        Assert.Equal(LookupOutcome.TooMany, (await FindAsync("P-1012", "50823", Stranger)).Outcome);
        Assert.Equal(LookupOutcome.Found, (await FindAsync("P-1012", "50823", Home)).Outcome);
        _clock.Advance(Window);
        Assert.Equal(LookupOutcome.Found, (await FindAsync("P-1012", "50823", Stranger)).Outcome);
    }

    [Fact]
    public async Task Throttle_FailuresAtOnce_AreAllCounted()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(index => Task.Run(async () =>
        {
            await using var database = Open();
            await new LookupThrottle(database, _clock).CountFailureAsync($"203.0.113.{index}", "P-1012", CancellationToken.None);
        })));
        await using var fresh = Open();
        Assert.Equal(20, await fresh.Throttles.MaxAsync(throttle => throttle.Failures));
    }

    [Fact]
    public async Task Throttle_Rows_HoldNeitherAddressNorNumber()
    {
        await FindAsync("P-1012", "wrong@example.com", Stranger);
        await using var fresh = Open();
        Assert.All(await fresh.Throttles.Select(throttle => throttle.Key).ToListAsync(), key => Assert.Matches("^[0-9a-f]{64}$", key));
    }

    private async Task StoreAsync(string number)
    {
        await using var visit = new Visit(Open(), _clock);
        await visit.StoreAsync(number);
    }

    private async Task<LookupResult> FindAsync(string number, string proof, string address)
    {
        await using PortalDbContext database = Open();
        return await new OrderLookup(database, new LookupThrottle(database, _clock)).FindAsync(number, proof, address);
    }
}
