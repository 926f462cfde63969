namespace Portal.Web.Orders.Demo;

/// <summary>Makes up purchases, one after the other.</summary>
internal sealed class RandomPurchases(SeededRandom random, Shoppers shoppers)
{
    private static readonly (DemoMarket Value, int Weight)[] Markets =
    [
        (DemoMarkets.Germany, 22), (DemoMarkets.UnitedStates, 20), (DemoMarkets.UnitedKingdom, 16), (DemoMarkets.France, 11),
        (DemoMarkets.Spain, 9), (DemoMarkets.Japan, 8), (DemoMarkets.Emirates, 7), (DemoMarkets.Kuwait, 7),
    ];

    private static readonly (Means Value, int Weight)[] Wallet = [(Means.Card, 66), (Means.PayPal, 17), (Means.GiftCardAndCard, 13), (Means.GiftCard, 4)];

    private readonly RandomParcels _parcels = new(random);

    public Purchase Next(int number)
    {
        var market = random.PickByWeight(Markets);
        var shopper = shoppers.Next(random, market);
        var lines = Lines(market, shopper.IsConsumer);
        var means = random.PickByWeight(Wallet);
        var recipient = shopper.IsConsumer && random.Chance(7) ? random.Pick(market.Places) : null;
        var (placed, parcels) = _parcels.For(market, lines);
        var purchase = new Purchase
        {
            Number = number,
            Market = market,
            Shopper = shopper,
            Recipient = recipient,
            Channel = random.Chance(15) ? "app" : "web",
            PlacedDaysAgo = placed,
            Lines = lines,
            Parcels = parcels,
            Discount = random.Chance(22) ? market.Percent(Goods(market, lines), random.Pick([5, 10, 15, 20])) : 0,
            IsExpress = random.Chance(12),
            Means = means == Means.PayPal && !market.HasPayPal ? Means.Card : means,
        };
        var giftPercent = random.Between(15, 80);
        return purchase with { GiftCard = PurchaseAmounts.Of(purchase).Total * giftPercent / 100 };
    }

    private static long Goods(DemoMarket market, IReadOnlyList<PurchaseLine> lines) =>
        lines.Sum(line => (market.Price(line.Product) * line.Quantity) - line.Discount);

    private List<PurchaseLine> Lines(DemoMarket market, bool isConsumer)
    {
        var lines = new List<PurchaseLine>();
        if (random.Chance(9))
        {
            var bundle = random.Pick(Catalogue.Bundles);
            lines.AddRange(bundle.Skus.Select(Catalogue.Find).Select(product => new PurchaseLine(product, 1)
            {
                Bundle = bundle,
                Discount = market.Percent(market.Price(product), 12),
            }));
        }

        var more = random.PickByWeight([(1, 42), (2, 32), (3, 17), (4, 9)]) - (lines.Count > 0 ? 1 : 0);
        while (more > 0)
        {
            var product = random.Pick(Catalogue.Products);
            var line = Line(market, product, isConsumer);
            if (lines.TrueForAll(known => known.Product != product))
            {
                lines.Add(line);
                more--;
            }
        }

        return lines;
    }

    private PurchaseLine Line(DemoMarket market, Product product, bool isConsumer)
    {
        var isSmall = product.EuroCents < 50_00;
        var quantity = !isSmall ? random.PickByWeight([(1, 85), (2, 15)])
            : isConsumer ? random.PickByWeight([(1, 45), (2, 30), (3, 12), (4, 8), (6, 5)])
            : random.PickByWeight([(2, 20), (4, 30), (8, 30), (12, 20)]);
        var isFinalSale = random.Chance(7);
        var percent = isFinalSale ? 40 : random.Chance(14) ? random.Pick([10, 15, 25]) : 0;
        return new PurchaseLine(product, quantity)
        {
            Discount = market.Percent(market.Price(product) * quantity, percent),
            Tags = isFinalSale ? ["final-sale"] : [],
        };
    }
}
