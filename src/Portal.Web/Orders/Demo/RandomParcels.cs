namespace Portal.Web.Orders.Demo;

/// <summary>Makes up how purchases travel: how many parcels, and how far they have come.</summary>
internal sealed class RandomParcels(SeededRandom random)
{
    private static readonly (Fate Value, int Weight)[] Fates =
    [
        (Fate.JustDelivered, 44), (Fate.Delivered, 16), (Fate.LongAgo, 12), (Fate.PartlyDelivered, 8),
        (Fate.NotShipped, 5), (Fate.OnItsWay, 7), (Fate.Late, 5), (Fate.Unknown, 3),
    ];

    /// <summary>How many days ago the purchase was placed, and its parcels.</summary>
    public (int PlacedDaysAgo, IReadOnlyList<PurchaseParcel> Parcels) For(DemoMarket market, IReadOnlyList<PurchaseLine> lines)
    {
        var fate = random.PickByWeight(Fates);
        var transit = random.Between(1, market.TransitDays);
        var packing = random.Between(1, 2);
        var (first, second) = Split(lines, isForced: fate == Fate.PartlyDelivered);
        switch (fate)
        {
            case Fate.JustDelivered or Fate.Delivered or Fate.LongAgo:
                var arrived = fate switch
                {
                    Fate.JustDelivered => random.Between(1, 30),
                    Fate.Delivered => random.Between(31, 99),
                    _ => random.Between(100, 500),
                };
                // Of two parcels, the second comes up to three days after the first.
                var shipped = arrived + transit + (second.Count > 0 ? random.Between(0, 3) : 0);
                IReadOnlyList<PurchaseParcel> parcels = second.Count > 0
                    ? [Arrived(first, shipped, shipped - transit, market), Arrived(second, shipped, arrived, market)]
                    : [Arrived(first, shipped, arrived, market)];
                return (shipped + packing, parcels);
            case Fate.PartlyDelivered when second.Count > 0:
                var since = random.Between(1, 12);
                IReadOnlyList<PurchaseParcel> rest = random.Chance(60)
                    ? [new PurchaseParcel(second) { Shipped = -random.Between(1, since + transit), Expected = random.Between(0, 4) }]
                    : [];
                return (since + transit + packing, [Arrived(first, since + transit, since, market), .. rest]);
            case Fate.NotShipped:
                return (random.Between(1, 3), []);
            case Fate.Late:
                var late = random.Between(1, 10);
                return (late + transit + packing, [new PurchaseParcel(Everything(lines)) { Shipped = -(late + transit), Expected = -late }]);
            case Fate.Unknown:
                var ago = random.Between(15, 45);
                return (ago + packing, [new PurchaseParcel(Everything(lines)) { Shipped = -ago, IsTracked = false }]);
            default:
                return (1 + packing, [new PurchaseParcel(Everything(lines)) { Shipped = -1, Expected = transit - 1 }]);
        }
    }

    private static PurchaseParcel Arrived(IReadOnlyList<Pieces> contents, int shippedDaysAgo, int deliveredDaysAgo, DemoMarket market) => new(contents)
    {
        Shipped = -shippedDaysAgo,
        Expected = market.TransitDays - shippedDaysAgo,
        Delivered = -deliveredDaysAgo,
    };

    private static List<Pieces> Everything(IReadOnlyList<PurchaseLine> lines) =>
        [.. lines.Select((line, index) => new Pieces(index, line.Quantity))];

    // With two parcels, something of the first line is in the first and something of the last line in the second.
    private (List<Pieces> First, List<Pieces> Second) Split(IReadOnlyList<PurchaseLine> lines, bool isForced)
    {
        var all = Everything(lines);
        if (all.Sum(pieces => pieces.Quantity) < 2 || !(random.Chance(22) || isForced))
        {
            return (all, []);
        }

        var (first, second) = (new List<Pieces>(), new List<Pieces>());
        foreach (var pieces in all)
        {
            var early = pieces.Line == 0 ? (pieces.Quantity + 1) / 2
                : pieces.Line == all.Count - 1 ? pieces.Quantity / 2
                : random.Between(0, pieces.Quantity);
            if (early > 0)
            {
                first.Add(pieces with { Quantity = early });
            }

            if (early < pieces.Quantity)
            {
                second.Add(pieces with { Quantity = pieces.Quantity - early });
            }
        }

        return (first, second);
    }
}
