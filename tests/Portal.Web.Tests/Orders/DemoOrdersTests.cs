using System.Text.Json;
using NodaTime;
using Portal.Returns;
using Portal.Web.Orders;
using Portal.Web.Orders.Demo;

namespace Portal.Web.Tests.Orders;

public sealed class DemoOrdersTests
{
    private static readonly StringComparer Ordinal = StringComparer.Ordinal;

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 9, 30);

    private static readonly IReadOnlyList<Order> Orders = DemoOrders.Generate(Now);

    private static readonly Dictionary<string, decimal> IncludedTaxPercent = new(StringComparer.Ordinal)
    {
        ["DE"] = 19, ["FR"] = 20, ["ES"] = 21, ["GB"] = 20, ["JP"] = 10, ["AE"] = 5, ["KW"] = 0,
    };

    /// <summary>The cases that hurt, each with what an order has that is one.</summary>
    private static readonly Dictionary<string, Func<Order, bool>> Cases = new(StringComparer.Ordinal)
    {
        ["several units"] = order => order.Lines.Exists(line => line.Quantity > 1),
        ["many units"] = order => order.Lines.Exists(line => line.Quantity >= 8),
        ["several lines"] = order => order.Lines.Count > 2,
        ["several parcels"] = order => order.Parcels.Count > 1,
        ["one line in two parcels"] = order => order.Parcels.SelectMany(parcel => parcel.Items).CountBy(item => item.LineId, Ordinal).Any(count => count.Value > 1),
        ["line discount"] = order => order.Lines.Exists(line => line.Discount > 0),
        ["order discount"] = order => order.Discount > 0,
        ["line and order discount"] = order => order.Discount > 0 && order.Lines.Exists(line => line.Discount > 0),
        ["order discount that no line divides"] = order => order.Discount > 0 && order.Lines.Count > 1 && order.Discount % order.Lines.Sum(line => line.Quantity) != 0,
        ["tax included"] = order => order.TaxIncluded && order.Lines.Exists(line => line.Tax > 0),
        ["tax on top"] = order => !order.TaxIncluded && order.Lines.Exists(line => line.Tax > 0),
        ["tax on delivery"] = order => order.ShippingTax > 0,
        ["no tax"] = order => order.Lines.TrueForAll(line => line.Tax == 0),
        ["delivery paid"] = order => order.Shipping > 0,
        ["delivery free"] = order => order.Shipping == 0,
        ["express"] = order => order.Shipping > order.StandardShipping,
        ["gift card and card"] = order => Pays(order, "gift_card") && Pays(order, "card"),
        ["gift card alone"] = order => Pays(order, "gift_card") && order.Payments.Count == 1,
        ["PayPal"] = order => Pays(order, "paypal"),
        ["bundle"] = order => order.Lines.Count(line => line.Bundle is not null) > 1,
        ["gift"] = order => order.IsGift && !Same(order.DeliveryPostcode, order.BillingPostcode),
        ["final sale"] = order => Tagged(order, "final-sale"),
        ["made to measure"] = order => Tagged(order, "made-to-measure"),
        ["sealed hygiene goods"] = order => order.Lines.Exists(line => line.Category is "hygiene" && line.Tags.Contains("sealed")),
        ["partly delivered"] = order => order.Parcels.Exists(parcel => parcel.DeliveredAt is not null) && Delivered(order) < order.Lines.Sum(line => line.Quantity),
        ["partly shipped"] = order => order.Parcels.Count > 0 && order.Parcels.SelectMany(parcel => parcel.Items).Sum(item => item.Quantity) < order.Lines.Sum(line => line.Quantity),
        ["not shipped"] = order => order.Parcels.Count == 0,
        ["on its way"] = order => order.Parcels.Exists(parcel => parcel is { ShippedAt: not null, DeliveredAt: null } && parcel.ExpectedOn >= Now.InUtc().Date),
        ["late"] = order => order.Parcels.Exists(parcel => parcel.DeliveredAt is null && parcel.ExpectedOn < Now.InUtc().Date.PlusDays(-1)),
        ["delivery unknown"] = order => order.Parcels.Exists(parcel => parcel is { ShippedAt: not null, DeliveredAt: null, ExpectedOn: null, TrackingNumber: null }),
        ["long ago"] = order => order.Parcels.Exists(parcel => parcel.DeliveredAt < Now - Duration.FromDays(100)),
        ["business buyer"] = order => !order.IsConsumer,
        ["app"] = order => order.Channel is "app",
    };

    public static TheoryData<string> CaseNames => [.. Cases.Keys];

    [Fact]
    public void Generate_Default_GivesAtLeast500OrdersInEightMarkets()
    {
        Assert.True(Orders.Count >= 500);
        Assert.Equal(["AE", "DE", "ES", "FR", "GB", "JP", "KW", "US"], Orders.Select(order => order.Market).ToHashSet(Ordinal).Order(Ordinal), Ordinal);
        Assert.Equal(["AED", "EUR", "GBP", "JPY", "KWD", "USD"], Orders.Select(order => order.Currency).ToHashSet(Ordinal).Order(Ordinal), Ordinal);
        Assert.All(Orders.CountBy(order => order.Market, Ordinal), count => Assert.True(count.Value >= 20, count.Key));
        Assert.All(Orders, order => Assert.True(order.IsDemo));
    }

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Generate_Default_HasTheCaseThatHurts(string name) =>
        Assert.True(Orders.Count(Cases[name]) >= 4, $"{name}: {Orders.Count(Cases[name])}");

    [Fact]
    public void Generate_Default_HasShoppersWithSeveralOrders() =>
        Assert.True(Orders.CountBy(order => order.Email, Ordinal).Count(shopper => shopper.Value >= 3) >= 10);

    [Fact]
    public void Payments_EveryOrder_SumToTheTotal() => Assert.All(Orders, order =>
    {
        Assert.Equal(Total(order), order.Payments.Sum(payment => payment.Captured));
        Assert.All(order.Payments, payment => Assert.True(payment.Captured > 0 && payment.Captured % payment.Step == 0, order.Number));
        Assert.All(order.Payments, payment => Assert.Equal("Demo", payment.Provider));
    });

    [Fact]
    public void Payments_KuwaitByCard_GoInStepsOfTen()
    {
        var payments = Orders.Where(order => order.Market is "KW").SelectMany(order => order.Payments).ToList();

        Assert.All(payments, payment => Assert.Equal(payment.Means is "card" ? 10 : 1, payment.Step));
        Assert.Contains(payments, payment => payment.Captured % 10 != 0);
    }

    [Fact]
    public void Payments_AllOrders_HaveReferencesOfTheirOwn()
    {
        var references = Orders.SelectMany(order => order.Payments).Select(payment => payment.Reference).ToList();

        Assert.Equal(references.Count, references.ToHashSet(Ordinal).Count);
    }

    [Fact]
    public void Lines_EveryOrder_AreSane() => Assert.All(Orders, order =>
    {
        Assert.Equal(Enumerable.Range(1, order.Lines.Count), order.Lines.Select(line => line.Position));
        Assert.Equal(order.Lines.Count, order.Lines.Select(line => line.LineId).ToHashSet(Ordinal).Count);
        Assert.InRange(order.Discount, 0, order.Lines.Sum(Net) - 1);
        Assert.All(order.Lines, line =>
        {
            Assert.True(line is { Quantity: > 0, UnitPrice: > 0, WeightGrams: > 0 } && line.Title.Length > 0 && line.Category.Length > 0, order.Number);
            Assert.InRange(line.Discount, 0, Net(line) + line.Discount - 1);
            Assert.InRange(line.Tax, 0, Net(line));
        });
    });

    [Fact]
    public void Tax_Included_IsTheMarketsRateWithinAUnitPerLine() =>
        Assert.All(Orders.Where(order => order.TaxIncluded), order =>
        {
            var rate = IncludedTaxPercent[order.Market];
            var expected = (order.Lines.Sum(Net) - order.Discount) * rate / (100 + rate);

            Assert.InRange(order.Lines.Sum(line => line.Tax), expected - order.Lines.Count, expected + order.Lines.Count);
            Assert.Equal(0, order.ShippingTax);
        });

    [Fact]
    public void Tax_OnTop_IsOnlyAmericanAndOneRatePerOrder() =>
        Assert.All(Orders.Where(order => !order.TaxIncluded), order =>
        {
            var goods = order.Lines.Sum(Net) - order.Discount;
            var rate = (decimal)order.Lines.Sum(line => line.Tax) / goods;

            Assert.Equal("US", order.Market);
            Assert.InRange(rate, 0m, 0.11m);
            Assert.InRange(order.ShippingTax, (order.Shipping * rate) - order.Lines.Count, (order.Shipping * rate) + order.Lines.Count);
        });

    [Fact]
    public void Parcels_EveryOrder_HoldNoMoreThanWasBoughtAndTravelForward() => Assert.All(Orders, order =>
    {
        foreach (var held in order.Parcels.SelectMany(parcel => parcel.Items).GroupBy(item => item.LineId, Ordinal))
        {
            Assert.All(held, item => Assert.True(item.Quantity > 0));
            Assert.True(held.Sum(item => item.Quantity) <= order.Lines.Single(line => Same(line.LineId, held.Key)).Quantity, order.Number);
        }

        Assert.True(order.PlacedAt < Now, order.Number);
        Assert.Equal(Enumerable.Range(1, order.Parcels.Count), order.Parcels.Select(parcel => parcel.Number));
        Assert.All(order.Parcels, parcel =>
        {
            Assert.NotEmpty(parcel.Items);
            Assert.True(order.PlacedAt < parcel.ShippedAt && parcel.ShippedAt < Now, order.Number);
            Assert.True(parcel.DeliveredAt is null || (parcel.ShippedAt < parcel.DeliveredAt && parcel.DeliveredAt < Now), order.Number);
        });
    });

    [Fact]
    public void Identity_EveryOrder_IsInTheFormThatLookupsUse()
    {
        Assert.Equal(Orders.Count, Orders.Select(order => order.Number).ToHashSet(Ordinal).Count);
        Assert.All(Orders, order =>
        {
            Assert.Equal(OrderNumber.Normalize(order.Number), order.Number);
            Assert.Equal(EmailAddress.Normalize(order.Email), order.Email);
            Assert.Matches(@"^[a-z]+\.[a-z]+@example\.(com|org)$", order.Email);
            Assert.Equal(order.Market is "AE", order.DeliveryPostcode is null);
            Assert.All(new[] { order.DeliveryPostcode, order.BillingPostcode }.OfType<string>(), code => Assert.Equal(Postcode.Normalize(code), code));
            Assert.Contains(order.Locale, new[] { "en", "de", "fr", "es", "ja", "ar" }, Ordinal);
        });
    }

    [Fact]
    public void Generate_SameNow_GivesTheSameOrders() =>
        Assert.Equal(Orders.Select(Describe), DemoOrders.Generate(Now).Select(Describe), Ordinal);

    [Fact]
    public void Generate_SmallerCount_GivesTheFirstOnes() =>
        Assert.Equal(Orders.Take(60).Select(Describe), DemoOrders.Generate(Now, 60).Select(Describe), Ordinal);

    [Fact]
    public void Generate_TenDaysLater_MovesEveryOrderAlong()
    {
        var later = DemoOrders.Generate(Now + Duration.FromDays(10));

        Assert.All(Orders.Zip(later), pair =>
        {
            Assert.Equal(pair.First.Number, pair.Second.Number);
            Assert.Equal(pair.First.Email, pair.Second.Email);
            Assert.Equal(Total(pair.First), Total(pair.Second));
            Assert.Equal(pair.First.PlacedAt + Duration.FromDays(10), pair.Second.PlacedAt, (left, right) => Duration.FromHours(2) > (left > right ? left - right : right - left));
        });
    }

    [Theory]
    [InlineData("2026-03-08T09:59:00Z")]
    [InlineData("2026-03-29T00:59:00Z")]
    [InlineData("2027-01-01T00:00:00Z")]
    [InlineData("2028-02-29T23:59:59Z")]
    public void Generate_OddMoments_KeepsEverythingInThePast(string moment)
    {
        var now = NodaTime.Text.InstantPattern.General.Parse(moment).Value;

        Assert.All(DemoOrders.Generate(now), order =>
        {
            Assert.True(order.PlacedAt < now);
            Assert.All(order.Parcels, parcel => Assert.True(parcel.ShippedAt < now && (parcel.DeliveredAt is not { } delivered || delivered < now)));
        });
    }

    [Fact]
    public void Generate_FewerThanTheHandful_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DemoOrders.Generate(Now, DemoOrders.Handful.Count - 1));

    [Fact]
    public void Handful_Always_IsTheFirstOrders()
    {
        Assert.Equal(DemoOrders.Handful.Select(hint => hint.Number), Orders.Take(DemoOrders.Handful.Count).Select(order => order.Number), Ordinal);
        Assert.All(DemoOrders.Handful.Zip(Orders), pair =>
        {
            Assert.Equal(pair.First.Email, pair.Second.Email);
            Assert.Equal(pair.First.Postcode is null ? null : Postcode.Normalize(pair.First.Postcode), pair.Second.BillingPostcode);
            Assert.Single(Orders, order => Same(order.Email, pair.First.Email));
        });
    }

    [Theory]
    [InlineData("P-1001", "DE", 5)]
    [InlineData("P-1002", "GB", 10)]
    [InlineData("P-1003", "US", 8)]
    [InlineData("P-1005", "JP", 9)]
    [InlineData("P-1009", "US", 120)]
    public void Handful_Delivered_WasDeliveredThatManyDaysAgo(string number, string market, int days)
    {
        var order = Orders.Single(order => Same(order.Number, number));
        var delivered = Assert.Single(order.Parcels).DeliveredAt!.Value;

        Assert.Equal(market, order.Market);
        Assert.InRange(Now - delivered, Duration.FromDays(days - 1), Duration.FromDays(days + 1));
    }

    [Fact]
    public void Handful_TwoMugs_AmountsAreWhatTheReadmeSays()
    {
        var order = Orders[0];
        var line = Assert.Single(order.Lines);

        Assert.Equal((2, 1800L, 400L, 490L, 511L), (line.Quantity, line.UnitPrice, order.Discount, order.Shipping, line.Tax));
        Assert.Equal(3690, Assert.Single(order.Payments).Captured);
        Assert.Equal("Steinzeugbecher, moosgrün", line.Title);
    }

    [Fact]
    public void Handful_Kuwait_PaysOddFilsByGiftCardAndTheRestByCard()
    {
        var order = Orders.Single(order => order.Number is "P-1006");

        Assert.Equal(["gift_card", "card"], order.Payments.Select(payment => payment.Means), Ordinal);
        Assert.Equal([10_005L, 21_360L], order.Payments.Select(payment => payment.Captured));
        Assert.Equal(3, Currency.Of(order.Currency).Decimals);
    }

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);

    private static long Net(OrderLine line) => (line.UnitPrice * line.Quantity) - line.Discount;

    private static long Total(Order order) =>
        order.Lines.Sum(Net) - order.Discount + (order.TaxIncluded ? 0 : order.Lines.Sum(line => line.Tax)) + order.Shipping + order.ShippingTax;

    private static bool Pays(Order order, string means) => order.Payments.Exists(payment => Same(payment.Means, means));

    private static bool Tagged(Order order, string tag) => order.Lines.Exists(line => line.Tags.Contains(tag, Ordinal));

    private static int Delivered(Order order) =>
        order.Parcels.Where(parcel => parcel.DeliveredAt is not null).SelectMany(parcel => parcel.Items).Sum(item => item.Quantity);

    // Everything but the ids.
    private static string Describe(Order order) => JsonSerializer.Serialize(new
    {
        Order = new { order.Number, order.Channel, order.Locale, order.Market, order.Currency, At = order.PlacedAt.ToUnixTimeTicks(), order.IsConsumer, order.IsGift, order.TaxIncluded },
        Amounts = new { order.Discount, order.Shipping, order.ShippingTax, order.StandardShipping },
        Buyer = new { order.Email, order.DeliveryPostcode, order.BillingPostcode, order.Tags },
        Lines = order.Lines.Select(line => new { line.LineId, line.Position, line.Sku, line.Title, line.Category, line.Bundle, line.Tags, line.Quantity, line.UnitPrice, line.Discount, line.Tax, line.WeightGrams }),
        Parcels = order.Parcels.Select(parcel => new
        {
            parcel.Number,
            parcel.Carrier,
            parcel.TrackingNumber,
            parcel.TrackingUrl,
            Days = $"{parcel.ShippedAt} {parcel.ExpectedOn} {parcel.DeliveredAt}",
            Items = parcel.Items.Select(item => new { item.LineId, item.Quantity }),
        }),
        Payments = order.Payments.Select(payment => new { payment.Provider, payment.Reference, payment.Means, payment.Label, payment.Captured, payment.Step }),
    });
}
