using CsCheck;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;
using Portal.Returns.Statutes;

namespace Portal.Returns.Tests.Decisions;

public sealed class ReturnEngineProperties
{
    private static readonly string[] Markets = ["US", "GB", "DE", "FR", "ES", "JP", "AE", "KW", "AT", "CN", "BR", "CH"];

    private static readonly string[] Tags = ["final-sale", "made-to-measure", "perishable", "hygiene", "sealed-media", "fragile"];

    private static readonly PolicyBook Harsh = Shop.Book("""
        policy: harsh
        from: 2020-01-01
        eligibility: [{ id: never, refuse: final-sale }]
        """);

    private static readonly Gen<(OrderFacts Order, ReturnRequest Request)> Requests = Gen.Select(
        Gen.Int[0, Markets.Length - 1],
        Gen.Select(Gen.Int[-3, 1_200], Gen.Int[1, 4], Gen.Int[0, 100_000]),
        Gen.Int[0, Tags.Length - 1].Array[0, 2],
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[0, 4]),
        Gen.Enum<Reason>(),
        (market, line, tags, order, reason) => Build(Markets[market], line, tags, order, reason));

    [Fact]
    public void Decide_AnyRequest_GivesAReasonForWhatIsNotApproved() => Requests.Sample((order, request) =>
    {
        var decision = ReturnEngine.Decide(Shop.ShippedBook, order, request, Shop.Now);

        Assert.True(decision.Verdict == Verdict.Approved || decision.Reasons.Count > 0);
        Assert.True(decision.Verdict != Verdict.Refused || (decision.Resolutions.Count == 0 && decision.Shipments.Count == 0 && decision.Fees.Count == 0));
        Assert.True(decision.Verdict == Verdict.Refused || decision.Alternative is null);
        Assert.True(decision.Verdict != Verdict.Approved || (decision.Resolutions.Count > 0 && decision.Shipments.Count > 0));
        Assert.Equal(DecisionJson.Write(order, decision, Shop.Now), DecisionJson.Write(order, ReturnEngine.Decide(Shop.ShippedBook, order, request, Shop.Now), Shop.Now), StringComparer.Ordinal);
    }, iter: 3_000);

    [Fact]
    public void Decide_ConsumerWithinTheLawsPeriod_IsApprovedWhateverThePolicy() => Requests.Sample((order, request) =>
    {
        var line = order.Lines[0];
        var isProtected = order is { IsConsumer: true, IsGift: false }
            && request.Reason <= Reason.OrderedByMistake
            && StatuteBook.For(order.Market) is { } law
            && !law.ExemptTags.Intersect(line.Tags, StringComparer.Ordinal).Any()
            && (line.Deliveries.Count == 0 || line.Deliveries[0].DeliveredAt is not { } delivered || delivered > Shop.DaysAgo(law.WithdrawalDays));

        Assert.True(!isProtected || ReturnEngine.Decide(Harsh, order, request, Shop.Now).Verdict == Verdict.Approved);
    }, iter: 3_000);

    private static (OrderFacts Order, ReturnRequest Request) Build(
        string market, (int DaysAgo, int Quantity, int Price) line, int[] tags, (bool IsConsumer, bool IsGift, int Returnless) order, Reason reason)
    {
        var delivered = Shop.Line(market, line.DaysAgo < 0 ? null : line.DaysAgo, quantity: line.Quantity) with
        {
            UnitPrice = new Money(line.Price, Shop.CurrencyOf(market)),
            Tags = [.. tags.Select(tag => Tags[tag])],
        };
        var facts = Shop.Order(market, delivered) with
        {
            PlacedAt = Shop.DaysAgo(Math.Max(0, line.DaysAgo) + 5),
            IsConsumer = order.IsConsumer,
            IsGift = order.IsGift,
            Shopper = new ShopperFacts(5, 5, order.Returnless, []),
        };
        return (facts, new ReturnRequest("1", 1, reason));
    }
}
