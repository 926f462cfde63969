using NodaTime;

namespace Portal.Web.Orders.Demo;

/// <summary>The orders of the demo shop: a handful to try and many more, in eight markets, with the cases that hurt.</summary>
public static class DemoOrders
{
    // Any number would do; this one stays, so that everybody sees the same shop.
    private const ulong Seed = 20_26;

    /// <summary>The named orders, in the order of their numbers.</summary>
    public static IReadOnlyList<DemoHint> Handful => Demo.Handful.Hints;

    /// <summary>
    /// Generates the orders from a fixed seed. Everything that has a date is some days before or after <paramref name="now"/>, so the same instant
    /// gives the same orders apart from the ids of their rows, and another day gives the same orders moved along.
    /// </summary>
    /// <param name="now">What counts as now.</param>
    /// <param name="count">How many, at least those of <see cref="Handful"/>. A smaller count gives the first ones of a larger.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is too small.</exception>
    public static IReadOnlyList<Order> Generate(Instant now, int count = 520)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, Handful.Count);
        var writer = new OrderWriter(now);
        var random = new RandomPurchases(new SeededRandom(Seed), new Shoppers(Handful.Select(hint => hint.Email)));
        return
        [
            .. Demo.Handful.Purchases.Select(writer.Write),
            .. Enumerable.Range(Demo.Handful.FirstNumber, count).Skip(Handful.Count).Select(number => writer.Write(random.Next(number))),
        ];
    }
}
