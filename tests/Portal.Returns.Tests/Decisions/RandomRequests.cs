using CsCheck;
using Portal.Returns.Decisions;

namespace Portal.Returns.Tests.Decisions;

/// <summary>Requests of every kind, in markets with and without a floor.</summary>
internal static class RandomRequests
{
    public static readonly string[] Markets = ["US", "GB", "DE", "FR", "ES", "JP", "AE", "KW", "AT", "CN", "BR", "CH", "NO"];

    private static readonly string[] Tags = ["final-sale", "made-to-measure", "perishable", "hygiene", "sealed-media", "fragile"];

    public static readonly Gen<(OrderFacts Order, ReturnRequest Request)> Any = Of(Gen.Int[-6, 1_200]);

    /// <summary>Most were delivered not long ago, where periods end.</summary>
    public static readonly Gen<(OrderFacts Order, ReturnRequest Request)> Recent = Of(Gen.OneOf(Gen.Int[-6, 40], Gen.Int[-6, 40], Gen.Int[700, 2_000]));

    /// <summary>The same as <see cref="Recent"/> in one market.</summary>
    public static Gen<(OrderFacts Order, ReturnRequest Request)> RecentIn(string market) => Of(Gen.OneOf(Gen.Int[-6, 40], Gen.Int[-6, 40], Gen.Int[700, 2_000]), market);

    /// <summary>Days since delivery; below zero for one that nobody knows of, and from -3 down for not shipped.</summary>
    private static Gen<(OrderFacts Order, ReturnRequest Request)> Of(Gen<int> daysAgo, params string[] markets) => Gen.Select(
        Gen.Int[0, (markets is [] ? Markets : markets).Length - 1].Select(i => (markets is [] ? Markets : markets)[i]),
        Gen.Select(daysAgo, Gen.Int[1, 4], Gen.Int[0, 100_000]),
        Gen.Int[0, Tags.Length - 1].Array[0, 2],
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 4]),
        Gen.Enum<Reason>(),
        (market, line, tags, order, reason) => Build(market, line, tags, (order.Item1 > 0, order.Item2 == 0, order.Item3), reason));

    private static (OrderFacts Order, ReturnRequest Request) Build(
        string market, (int DaysAgo, int Quantity, int Price) line, int[] tags, (bool IsConsumer, bool IsGift, int Returnless) order, Reason reason)
    {
        var delivered = Shop.Line(market, line.DaysAgo < 0 ? null : line.DaysAgo, quantity: line.Quantity) with
        {
            UnitPrice = new Money(line.Price, Shop.CurrencyOf(market)),
            Tags = [.. tags.Select(tag => Tags[tag])],
        };
        if (line.DaysAgo is -1 or -2)
        {
            delivered = delivered with { Deliveries = [new DeliveryFacts(line.Quantity, Shop.DaysAgo(2), null)] };
        }

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
