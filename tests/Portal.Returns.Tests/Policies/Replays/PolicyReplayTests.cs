using NodaTime;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;

namespace Portal.Returns.Tests.Policies;

public sealed class PolicyReplayTests
{
    private const string Small = """
        policy: small
        from: 2026-11-20
        eligibility: [{ id: yes, allow: true }]
        window: [{ id: days, days: 30, from: delivery }]
        resolutions: [{ id: money, offer: [Refund] }]
        shipment: [{ id: back, method: SendBack }]
        fees: [{ id: none, charge: none }]
        refundWhen: [{ id: in, at: received }]
        review: [{ id: no, approve: true }]
        """;

    private static readonly PolicyBook Before = Shop.Book(Small.Replace("2026-11-20", "2025-01-01", StringComparison.Ordinal));

    public static TheoryData<string, string, string> Changes => new()
    {
        { "days: 30", "days: 14", "GrantedToRefused 1 40.00 USD; EarlierDeadline 1 40.00 USD" },
        { "days: 30", "days: 60", "RefusedToGranted 1 40.00 USD; LaterDeadline 2 80.00 USD" },
        { "approve: true", "review: high-value", "ApprovedToReview 2 80.00 USD" },
        { "charge: none", "charge: [{ fee: restocking, amount: 10% }]", "HigherFees 2 8.00 USD" },
        { "charge: none", "charge: [{ fee: restocking, amount: 0% }]", "" },
        { "offer: [Refund]", "offer: [Refund, StoreCredit], bonus: 5.00 USD", "HigherBonus 2 10.00 USD; OtherResolutions 2 80.00 USD" },
        { "method: SendBack", "method: Keep", "SendBackToReturnless 2 80.00 USD" },
        { "at: received", "at: scanned", "EarlierRefund 2 80.00 USD" },
        { "at: received", "at: inspected", "LaterRefund 2 80.00 USD" },
        { "allow: true", "refuse: never", "GrantedToRefused 2 80.00 USD" },
        { "policy: small", "policy: other", "" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Run_OneChange_IsFoundWithItsDirectionAndItsMoney(string was, string becomes, string expected)
    {
        // Delivered five days ago: asked for on days 7, 21 and 45.
        var tally = Replay(Small.Replace(was, becomes, StringComparison.Ordinal), Shop.Order("US"));

        Assert.Equal(expected, string.Join("; ", tally.Flips.Select(flip => $"{flip.Key} {flip.Value.Count} {string.Join(" ", flip.Value.Amounts)}")));
        Assert.Equal((3, 0), (tally.Assumed, tally.Stored));
    }

    [Fact]
    public void Run_TheReverse_FlipsTheOtherWay()
    {
        var after = new ReplayTally();
        var replay = new PolicyReplay(Shop.Book(Small.Replace("2026-11-20", "2025-01-01", StringComparison.Ordinal).Replace("days: 30", "days: 14", StringComparison.Ordinal)), Shop.Parse(Small));
        foreach (var asked in ReplayCase.Assumed(Shop.Order("US")))
        {
            replay.Run(asked, after);
        }

        Assert.Equal([FlipKind.RefusedToGranted, FlipKind.LaterDeadline], after.Flips.Keys);
    }

    [Fact]
    public void Run_WithinTheLaw_KeepsWhatTheLawGrants()
    {
        var tally = Replay(Small.Replace("allow: true", "refuse: never", StringComparison.Ordinal), Shop.Order("DE"));

        // Day 7 is a withdrawal whatever the shop says, though until an earlier day than the shop's own.
        var refused = Assert.Single(tally.Flips[FlipKind.GrantedToRefused].First);
        Assert.Equal((Shop.Now + Duration.FromDays(16), "yes"), (refused.Now, refused.Because));
        Assert.Equal(1, tally.Flips[FlipKind.EarlierDeadline].Count);
    }

    [Fact]
    public void Run_PolicyForOtherMarkets_SaysNothing()
    {
        var tally = Replay("markets: [JP]\n" + Small.Replace("allow: true", "refuse: never", StringComparison.Ordinal), Shop.Order("US"));

        Assert.Equal((0, 3, 0), (tally.Decided, tally.Elsewhere, tally.Flipped));
    }

    [Fact]
    public void Assumed_NotWhollyDelivered_IsNothing()
    {
        Assert.Empty(ReplayCase.Assumed(Shop.Order("US", Shop.Line("US", deliveredDaysAgo: null))));
        Assert.Empty(ReplayCase.Assumed(Shop.Order("US", Shop.Line("US", quantity: 2) with { Deliveries = [new DeliveryFacts(1, Shop.DaysAgo(9), Shop.DaysAgo(5))] })));
    }

    [Fact]
    public void Tally_OfParts_IsTheTallyOfTheWholeInAnyOrder()
    {
        var orders = Enumerable.Range(1, 20).Select(number => Shop.Order(number % 2 == 0 ? "US" : "JP") with { Number = $"P-{number:D2}" }).ToList();
        var policy = Small.Replace("days: 30", "days: 14", StringComparison.Ordinal);
        var whole = Replay(policy, [.. orders]);

        var parts = new ReplayTally();
        foreach (var part in orders.Chunk(3).Reverse().Select(chunk => Replay(policy, chunk)))
        {
            parts.Add(part);
        }

        Assert.Equal((whole.Decided, whole.Flipped), (parts.Decided, parts.Flipped));
        Assert.Equal(whole.Flips.Keys, parts.Flips.Keys);
        Assert.All(whole.Flips, flip => Assert.Equal(flip.Value.Amounts, parts.Flips[flip.Key].Amounts));
        Assert.All(whole.Flips, flip => Assert.Equal(flip.Value.First, parts.Flips[flip.Key].First));
        Assert.Equal(["P-01", "P-02", "P-03"], whole.Flips[FlipKind.GrantedToRefused].First.Select(example => example.OrderNumber));
    }

    private static ReplayTally Replay(string policy, params OrderFacts[] orders)
    {
        var replay = new PolicyReplay(Before, Shop.Parse(policy));
        var tally = new ReplayTally();
        foreach (var asked in orders.SelectMany(ReplayCase.Assumed))
        {
            replay.Run(asked, tally);
        }

        return tally;
    }
}
