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
        { "at: received", "at: received, first: gift_card", "OtherMeansFirst 2 80.00 USD" },
        { "charge: none", "charge: [{ fee: restocking, amount: 10% }, { fee: label, amount: 1.00 USD }]", "HigherFees 2 10.00 USD" },
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

    [Theory]
    [InlineData("approve: true", "review: high-value", "ReviewToApproved 2 80.00 USD")]
    [InlineData("charge: none", "charge: [{ fee: restocking, amount: 10% }]", "LowerFees 2 8.00 USD")]
    [InlineData("offer: [Refund]", "offer: [Refund, StoreCredit], bonus: 5.00 USD", "LowerBonus 2 10.00 USD; OtherResolutions 2 80.00 USD")]
    [InlineData("method: SendBack", "method: Keep", "ReturnlessToSendBack 2 80.00 USD")]
    [InlineData("at: received", "at: scanned", "LaterRefund 2 80.00 USD")]
    [InlineData("at: received", "at: inspected", "EarlierRefund 2 80.00 USD")]
    public void Run_OneChangeTakenBack_IsFoundTheOtherWay(string now, string was, string expected)
    {
        var tally = Replay(Small.Replace("2026-11-20", "2025-01-01", StringComparison.Ordinal).Replace(now, was, StringComparison.Ordinal), Small, Shop.Order("US"));

        Assert.Equal(expected, string.Join("; ", tally.Flips.Select(flip => $"{flip.Key} {flip.Value.Count} {string.Join(" ", flip.Value.Amounts)}")));
        Assert.Equal((3, 2), (tally.Decided, tally.Flipped));
    }

    [Fact]
    public void Run_HigherOfTwoFees_CountsTheDifference()
    {
        var was = Small.Replace("2026-11-20", "2025-01-01", StringComparison.Ordinal).Replace("charge: none", "charge: [{ fee: restocking, amount: 10% }]", StringComparison.Ordinal);
        var tally = Replay(was, Small.Replace("charge: none", "charge: [{ fee: restocking, amount: 15% }]", StringComparison.Ordinal), Shop.Order("US"));

        Assert.Equal("4.00 USD", string.Join(" ", tally.Flips[FlipKind.HigherFees].Amounts));
    }

    [Fact]
    public void Run_StoredDecision_CountsAsStored()
    {
        var order = Shop.Order("US");
        var stored = StoredDecision.Read(DecisionJson.Write(order, Shop.Decide(order, Reason.ChangedMind, book: Before), Shop.Now));
        var asked = ReplayCase.Of(stored);
        Assert.True(asked.IsStored);

        var tally = new ReplayTally();
        new PolicyReplay(Before, Shop.Parse(Small.Replace("allow: true", "refuse: never", StringComparison.Ordinal))).Run(asked, tally);
        tally.AddUnreadable();
        Assert.Equal((1, 0, 1, 1, 0, 1), (tally.Stored, tally.Assumed, tally.Decided, tally.Flipped, tally.Elsewhere, tally.Unreadable));
        var sum = new ReplayTally();
        sum.Add(tally);
        sum.Add(tally);
        Assert.Equal((2, 0, 2, 2, 0, 2), (sum.Stored, sum.Assumed, sum.Decided, sum.Flipped, sum.Elsewhere, sum.Unreadable));
        Assert.Equal((Shop.Now, "yes"), Assert.Single(sum.Flips[FlipKind.GrantedToRefused].First) is var example ? (example.Now, example.Because) : default);
    }

    [Fact]
    public void Run_OtherMarkets_AddUp()
    {
        var tally = Replay("markets: [JP]\n" + Small, Shop.Order("US"));
        var sum = new ReplayTally();
        sum.Add(tally);
        sum.Add(tally);
        Assert.Equal(6, sum.Elsewhere);
    }

    [Fact]
    public void Assumed_SeveralParcels_CountFromTheLast()
    {
        var line = Shop.Line("US", quantity: 2) with { Deliveries = [new DeliveryFacts(1, Shop.DaysAgo(9), Shop.DaysAgo(5)), new DeliveryFacts(1, Shop.DaysAgo(9), Shop.DaysAgo(3))] };
        Assert.Equal(ReplayCase.DaysAfterDelivery.Select(days => Shop.DaysAgo(3) + Duration.FromDays(days)), ReplayCase.Assumed(Shop.Order("US", line)).Select(asked => asked.Now));

        var onItsWay = line with { Deliveries = [new DeliveryFacts(2, Shop.DaysAgo(9), Shop.DaysAgo(5)), new DeliveryFacts(1, Shop.DaysAgo(1), null)] };
        Assert.Empty(ReplayCase.Assumed(Shop.Order("US", onItsWay)));
    }

    [Fact]
    public void Run_Nothing_IsRefused()
    {
        var replay = new PolicyReplay(Before, Shop.Parse(Small));
        Assert.Throws<ArgumentNullException>(() => replay.Run(null!, new ReplayTally()));
        Assert.Throws<ArgumentNullException>(() => replay.Run(ReplayCase.Assumed(Shop.Order("US")).First(), null!));
        Assert.Throws<ArgumentNullException>(() => new ReplayTally().Add(null!));
        Assert.Throws<ArgumentNullException>(() => ReplayCase.Of(null!));
        Assert.Throws<ArgumentNullException>(() => ReplayCase.Assumed(null!).ToList());
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

    private static ReplayTally Replay(string policy, params OrderFacts[] orders) => Replay(null, policy, orders);

    private static ReplayTally Replay(string? before, string policy, params OrderFacts[] orders)
    {
        var replay = new PolicyReplay(before is null ? Before : Shop.Book(before), Shop.Parse(policy));
        var tally = new ReplayTally();
        foreach (var asked in orders.SelectMany(ReplayCase.Assumed))
        {
            replay.Run(asked, tally);
        }

        return tally;
    }
}
