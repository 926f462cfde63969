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
    public async Task Find_GiftWithinOneTown_ShowsTheBuyersSideToTheBuyersEmailOnly()
    {
        await StoreAsync("P-1012");
        await using (var database = Open())
        {
            await database.Orders.ExecuteUpdateAsync(set => set.SetProperty(order => order.BillingPostcode, order => order.DeliveryPostcode));
        }

        Assert.Equal(Party.Recipient, (await FindAsync("P-1012", "99423", Home)).Party);
        Assert.Equal(Party.Buyer, (await FindAsync("P-1012", "nele.albrecht@example.com", Home)).Party);
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
        for (var attempt = 0; attempt < LookupThrottle.FailuresPerOrderInAll; attempt++)
        {
            Assert.Equal(LookupOutcome.NotFound, (await FindAsync("P-1012", "wrong@example.com", $"203.0.113.{attempt}")).Outcome);
        }

        Assert.Equal(LookupOutcome.TooMany, (await FindAsync("# p-1012", "nele.albrecht@example.com", Home)).Outcome);
        _clock.Advance(Window - TimeSpan.FromSeconds(1));
        Assert.Equal(LookupOutcome.TooMany, (await FindAsync("P-1012", "nele.albrecht@example.com", Home)).Outcome);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(LookupOutcome.Found, (await FindAsync("P-1012", "nele.albrecht@example.com", Home)).Outcome);
    }

    // The stranger is closed out; the shopper, who comes from elsewhere, is not.
    [Theory]
    [InlineData("198.51.100.7", "192.0.2.1")]
    [InlineData("2001:db8:1:2::7", "2001:db8:1:3::7")]
    public async Task Throttle_StrangerAtOneOrder_DoesNotCloseItForTheShopper(string stranger, string shopper)
    {
        await StoreAsync("P-1012");
        for (var attempt = 0; attempt < LookupThrottle.FailuresPerOrder; attempt++)
        {
            Assert.Equal(LookupOutcome.NotFound, (await FindAsync("P-1012", "wrong@example.com", stranger)).Outcome);
        }

        Assert.Equal(LookupOutcome.TooMany, (await FindAsync("P-1012", "nele.albrecht@example.com", stranger)).Outcome);
        Assert.Equal(LookupOutcome.Found, (await FindAsync("P-1012", "nele.albrecht@example.com", shopper)).Outcome);
    }

    [Fact]
    public async Task Throttle_BurstAtOnce_GetsNoMoreAnswersThanOneAfterTheOther()
    {
        await StoreAsync("P-1012");
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(index => Task.Run(() => FindAsync($"P-{3000 + index}", "50823", Stranger))));
        Assert.Equal(LookupThrottle.FailuresPerAddress, answers.Count(answer => answer.Outcome is LookupOutcome.NotFound));
        Assert.Equal(60 - LookupThrottle.FailuresPerAddress, answers.Count(answer => answer.Outcome is LookupOutcome.TooMany));
    }

    [Fact]
    public async Task Throttle_Successes_CountForNothing()
    {
        await StoreAsync("P-1012");
        for (var visit = 0; visit < LookupThrottle.FailuresPerAddress + 5; visit++)
        {
            Assert.Equal(LookupOutcome.Found, (await FindAsync("P-1012", "50823", Home)).Outcome);
        }
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
        for (var attempt = 0; attempt < LookupThrottle.FailuresPerOrderInAll; attempt++)
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
        return await new OrderLookup(database, new LookupThrottle(new Counters(database, _clock))).FindAsync(number, proof, address);
    }
}
