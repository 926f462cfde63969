using System.Globalization;

namespace Portal.Web.Orders.Demo;

/// <summary>The first orders: one for each outcome, always with the same numbers, buyers and days before today.</summary>
internal static class Handful
{
    /// <summary>The number of the first one.</summary>
    public const int FirstNumber = 1001;

    private static readonly Purchase[] All =
    [
        // Two mugs. One of them damaged: refunded at once, and it may be kept. Changed your mind: send it back.
        Delivered(
                DemoMarkets.Germany, new("ada.fischer@example.com", new("10405", 19m), "de"), daysAgo: 5,
                Line("CER-MUG-GRN", 2)) with { Discount = 4_00 },
        // Linen, delivered ten days ago. Approved: print the slip and send it back.
        Delivered(
                DemoMarkets.UnitedKingdom, new("rose.ellery@example.com", new("OX1 3BG", 20m), "en"), daysAgo: 10,
                Line("LIN-TBL-250"), Line("LIN-NAP-4") with { Discount = 3_00 }),
        // A lamp from the final sale. Refused as a return, but a damaged one is still a claim.
        Delivered(
                DemoMarkets.UnitedStates, new("walter.quinn@example.com", new("10011", 8.875m), "en"), daysAgo: 8,
                Line("LGT-TBL-BRS") with { Discount = 44_00, Tags = ["final-sale"] }, Line("KIT-JAR-1L", 2)),
        // Sealed face cloths and an apron made to measure. What the law says about both.
        Delivered(
                DemoMarkets.Germany, new("mika.sommer@example.org", new("22765", 19m), "de"), daysAgo: 6,
                Line("HYG-FCL-3", 2), Line("LIN-APR-MTM")) with { Means = Means.PayPal },
        // A dining table. Its value is high, so a person looks at a return first.
        Delivered(
                DemoMarkets.Japan, new("nao.kawada@example.com", new("602-0855", 10m), "ja"), daysAgo: 9,
                Line("FUR-DIN-180")),
        // Paid with a gift card and a card, in a currency of three decimals. A refund goes back to both.
        Delivered(
                DemoMarkets.Kuwait, new("dalal.alfarsi@example.com", new("13015", 0m), "ar"), daysAgo: 7,
                Line("CER-PLT-27", 3), Line("KIT-SLD-2")) with { Discount = 1_885, Means = Means.GiftCardAndCard, GiftCard = 10_000 },
        // Two parcels: one has arrived, the other is on its way.
        new Purchase
            {
                Number = 0,
                Market = DemoMarkets.France,
                Shopper = new("salome.vasseur@example.com", new("35000", 20m), "fr"),
                PlacedDaysAgo = 9,
                Lines = [Line("CER-BWL-16", 4), Line("LIN-THR-WOL")],
                Parcels =
                [
                    new([new(0, 2), new(1, 1)]) { Shipped = -7, Expected = -4, Delivered = -4 },
                    new([new(0, 2)]) { Shipped = -1, Expected = 2 },
                ],
            },
        // Not shipped yet. A consumer can withdraw already.
        new Purchase
            {
                Number = 0,
                Market = DemoMarkets.Spain,
                Shopper = new("iker.salinas@example.com", new("28012", 21m), "es"),
                PlacedDaysAgo = 1,
                Lines = [Line("KIT-PAN-28"), Line("LIN-TWL-KIT", 3)],
            },
        // Delivered 120 days ago. Too late for a return, not for a claim.
        Delivered(
                DemoMarkets.UnitedStates, new("june.abbott@example.com", new("97211", 0m), "en"), daysAgo: 120,
                Line("LGT-FLR-OAK")),
        // A parcel six days late: one cup is refunded at once, the teapot is looked at first. No postcode there, so find it by e-mail.
        new Purchase
            {
                Number = 0,
                Market = DemoMarkets.Emirates,
                Shopper = new("amal.darwish@example.com", new(null, 5m), "en"),
                PlacedDaysAgo = 14,
                Lines = [Line("CER-TEA-1L"), Line("CER-ESP-WHT", 4)],
                Parcels = [new([new(0, 1), new(1, 4)]) { Shipped = -12, Expected = -6 }],
            },
        // Bought by a business. The shop's return window holds; the consumer's right to withdraw does not.
        Delivered(
                DemoMarkets.UnitedKingdom, new("studio.marlow@example.org", new("EC1V 9BD", 20m), "en", IsConsumer: false), daysAgo: 12,
                Line("FUR-STL-OAK", 2) with { Discount = 21_00 }, Line("CAR-OIL-250", 2)),
        // A gift, delivered to somebody else. Buyer's and recipient's postcodes both find it.
        Delivered(
                DemoMarkets.Germany, new("nele.albrecht@example.com", new("50823", 19m), "de"), daysAgo: 4,
                Line("CER-VAS-24"), Line("LGT-CND-BEE", 2)) with { Recipient = new("99423", 19m) },
        // A bundle with a discount on the order, express delivery and tax on top. Every cent is shared out.
        Delivered(
                DemoMarkets.UnitedStates, new("theo.marsh@example.com", new("78701", 8.25m), "en"), daysAgo: 9,
                InBundle("CER-MUG-SND", 2_00), InBundle("CER-BWL-16", 1_50), InBundle("LIN-NAP-4", 4_00), Line("CAR-STN-100", 2)) with { Discount = 7_00, IsExpress = true },
        // Four small cups. Report them damaged one after the other: after the second refund, the next is to be sent back.
        Delivered(
                DemoMarkets.Germany, new("jonna.petersen@example.com", new("24103", 19m), "de"), daysAgo: 3,
                Line("CER-ESP-WHT", 4), Line("HYG-SOP-OLV", 2)),
    ];

    /// <summary>The purchases in the order of their numbers.</summary>
    public static IReadOnlyList<Purchase> Purchases { get; } = [.. All.Select((entry, index) => entry with { Number = FirstNumber + index })];

    /// <summary>What each of them shows.</summary>
    public static IReadOnlyList<DemoHint> Hints { get; } =
    [
        .. All.Select((entry, index) => new DemoHint(
            string.Create(CultureInfo.InvariantCulture, $"P-{FirstNumber + index}"),
            entry.Shopper.Email,
            entry.Shopper.Place.Postcode)),
    ];

    private static PurchaseLine Line(string sku, int quantity = 1) => new(Catalogue.Find(sku), quantity);

    private static PurchaseLine InBundle(string sku, long discount) => Line(sku) with { Bundle = Catalogue.Bundles[0], Discount = discount };

    private static Purchase Delivered(DemoMarket market, Shopper shopper, int daysAgo, params PurchaseLine[] lines) => new()
    {
        Number = 0,
        Market = market,
        Shopper = shopper,
        PlacedDaysAgo = daysAgo + 4,
        Lines = lines,
        Parcels =
        [
            new([.. lines.Select((line, index) => new Pieces(index, line.Quantity))]) { Shipped = -daysAgo - 3, Expected = -daysAgo, Delivered = -daysAgo },
        ],
    };
}
