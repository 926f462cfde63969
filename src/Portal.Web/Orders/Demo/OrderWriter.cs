using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Portal.Web.Orders.Demo;

/// <summary>Writes a purchase as the order that the shop's order source would tell.</summary>
/// <param name="now">Today, in each market's zone, is the day of this instant there.</param>
internal sealed class OrderWriter(Instant now)
{
    private static readonly string[] CardBrands = ["Visa", "Mastercard", "American Express"];

    public Order Write(Purchase purchase)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"P-{purchase.Number}");
        var id = IdOf(number);
        var market = purchase.Market;
        var amounts = PurchaseAmounts.Of(purchase);
        return new Order
        {
            Id = id,
            Number = number,
            Channel = purchase.Channel,
            Locale = purchase.Shopper.Locale,
            Market = market.Code,
            Currency = market.Currency,
            PlacedAt = At(market, -purchase.PlacedDaysAgo, purchase.Number),
            IsConsumer = purchase.Shopper.IsConsumer,
            IsGift = purchase.Recipient is not null,
            IsDemo = true,
            TaxIncluded = market.TaxIncluded,
            Discount = purchase.Discount,
            Shipping = amounts.Shipping,
            ShippingTax = amounts.ShippingTax,
            StandardShipping = amounts.StandardShipping,
            Email = EmailAddress.Normalize(purchase.Shopper.Email),
            DeliveryPostcode = Normalized(purchase.Recipient ?? purchase.Shopper.Place),
            BillingPostcode = Normalized(purchase.Shopper.Place),
            Lines = [.. purchase.Lines.Select((line, index) => Line(id, purchase, line, index, amounts))],
            Parcels = [.. purchase.Parcels.Select((parcel, index) => Parcel(id, purchase, parcel, index))],
            Payments = Payments(id, purchase, amounts.Total),
        };
    }

    private static OrderLine Line(Guid orderId, Purchase purchase, PurchaseLine line, int index, PurchaseAmounts amounts) => new()
    {
        OrderId = orderId,
        LineId = LineId(index),
        Position = index + 1,
        Sku = line.Product.Sku,
        Title = line.Product.Title(purchase.Shopper.Locale),
        Category = line.Product.Category,
        Bundle = line.Bundle is { } bundle ? Product.Translated(bundle.Names, purchase.Shopper.Locale) : null,
        Tags = [.. line.Product.Tags, .. line.Tags],
        Quantity = line.Quantity,
        UnitPrice = amounts.Gross[index] / line.Quantity,
        Discount = line.Discount,
        Tax = amounts.Tax[index],
        WeightGrams = line.Product.WeightGrams,
    };

    private Parcel Parcel(Guid orderId, Purchase purchase, PurchaseParcel parcel, int index)
    {
        var market = purchase.Market;
        var id = Guid.CreateVersion7();
        var tracking = parcel is { IsTracked: true, Shipped: not null }
            ? string.Create(CultureInfo.InvariantCulture, $"FH{purchase.Number}{index + 1}{market.Code}")
            : null;
        return new Parcel
        {
            Id = id,
            OrderId = orderId,
            Number = index + 1,
            Carrier = market.Carriers[purchase.Number % market.Carriers.Count],
            TrackingNumber = tracking,
            TrackingUrl = tracking is null ? null : "https://tracking.example.com/" + tracking,
            ShippedAt = parcel.Shipped is { } shipped ? At(market, shipped, purchase.Number + index) : null,
            ExpectedOn = parcel.Expected is { } expected ? Today(market).PlusDays(expected) : null,
            DeliveredAt = parcel.Delivered is { } delivered ? At(market, delivered, purchase.Number + index + 5) : null,
            Items = [.. parcel.Contents.Select(pieces => new ParcelItem { ParcelId = id, LineId = LineId(pieces.Line), Quantity = pieces.Quantity })],
        };
    }

    private static List<Payment> Payments(Guid orderId, Purchase purchase, long total)
    {
        var market = purchase.Market;
        var gift = purchase.Means == Means.GiftCardAndCard ? Math.Min(purchase.GiftCard, total) : 0;
        var rest = (total - gift) % market.CardStep;
        var card = $"{CardBrands[purchase.Number % CardBrands.Length]} •••• {LastDigits(purchase.Number * 37)}";
        var giftCard = $"Gift card •••• {LastDigits(purchase.Number * 53)}";
        (string Means, string Label, long Amount, int Step)[] parts = purchase.Means switch
        {
            Means.Card => [("card", card, total, market.CardStep)],
            Means.PayPal => [("paypal", "PayPal", total, 1)],
            Means.GiftCard => [("gift_card", giftCard, total, 1)],
            Means.GiftCardAndCard => [("gift_card", giftCard, gift + rest, 1), ("card", card, total - gift - rest, market.CardStep)],
            _ => throw new InvalidOperationException($"{purchase.Means} is not a means of payment."),
        };
        return [.. parts.Where(part => part.Amount > 0).Select((part, index) => new Payment
        {
            OrderId = orderId,
            Provider = "Demo",
            Reference = string.Create(CultureInfo.InvariantCulture, $"demo-{purchase.Number}-{index + 1}"),
            Means = part.Means,
            Label = part.Label,
            Captured = part.Amount,
            Step = part.Step,
        })];
    }

    // The same number keeps its id when the orders move along, so that whoever has just looked one up stays in.
    private static Guid IdOf(string number) => new(SHA256.HashData(Encoding.UTF8.GetBytes("demo order " + number)).AsSpan(0, 16));

    private static string LineId(int index) => string.Create(CultureInfo.InvariantCulture, $"L{index + 1}");

    private static string LastDigits(int from) => (from % 10_000).ToString("D4", CultureInfo.InvariantCulture);

    private static string? Normalized(DemoPlace place) => place.Postcode is { } postcode ? Postcode.Normalize(postcode) : null;

    private LocalDate Today(DemoMarket market) => now.InZone(market.Zone).Date;

    // Between 8:00 and 19:59 there; the number spreads the orders over the day.
    private Instant At(DemoMarket market, int day, int spread) => Today(market)
        .PlusDays(day)
        .At(new LocalTime(8 + (spread % 12), spread * 7 % 60))
        .InZoneLeniently(market.Zone)
        .ToInstant();
}
