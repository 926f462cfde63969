using CsCheck;
using Portal.Returns.Decisions;
using Portal.Returns.Refunds;

namespace Portal.Returns.Tests.Refunds;

/// <summary>Orders with whatever makes refunds hard: several units, discounts, tax in and on top, shipping, one or two payments, coarse steps.</summary>
internal static class RandomOrders
{
    private static readonly Gen<(string Market, int CardStep)> Places = Gen.Int[0, 3].Select(index => new[] { ("DE", 1), ("US", 1), ("JP", 1), ("KW", 10) }[index]);

    private static readonly Gen<(int Quantity, long Price, int Discount, int Tax)[]> Lines =
        Gen.Select(Gen.Int[1, 5], Gen.Long[0, 30_000], Gen.Int[0, 100], Gen.Int[0, 25]).Array[1, 4];

    private static readonly Gen<(int Discount, int Shipping, int Standard, int GiftCard, bool TaxIncluded)> Totals =
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 2_000], Gen.Int[0, 2_500], Gen.Int[0, 100], Gen.Bool);

    public static Gen<OrderFacts> Any { get; } = Gen.Select(Places, Lines, Totals, (place, lines, totals) => Build(place.Market, place.CardStep, lines, totals));

    /// <summary>All units of an order, shuffled and cut into requests.</summary>
    public static Gen<(OrderFacts Order, UnitSelection[] Requests)> WithRequests { get; } = Any.SelectMany(
        order => Gen.Shuffle(order.Lines.SelectMany(line => Enumerable.Range(1, line.Quantity).Select(unit => new UnitSelection(line.Id, [unit]))).ToArray()),
        (order, requests) => (order, requests));

    private static OrderFacts Build(
        string market,
        int cardStep,
        (int Quantity, long Price, int Discount, int Tax)[] lines,
        (int Discount, int Shipping, int Standard, int GiftCard, bool TaxIncluded) totals)
    {
        var currency = Shop.CurrencyOf(market);
        Money Of(long minor) => new(minor, currency);
        var facts = lines.Select((line, index) => new LineFacts
        {
            Id = index.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Sku = "S",
            Quantity = line.Quantity,
            UnitPrice = Of(line.Price),
            Discount = Of(line.Price * line.Quantity * line.Discount / 100),
            Tax = Of(line.Price * line.Quantity * line.Tax / 100),
        }).ToList();
        var goods = facts.Sum(line => (line.UnitPrice.Minor * line.Quantity) - line.Discount.Minor);
        var discount = goods * totals.Discount / 100;
        var tax = totals.TaxIncluded ? 0 : facts.Sum(line => line.Tax.Minor);
        var shippingTax = totals.TaxIncluded ? 0 : totals.Shipping / 7;
        var total = goods - discount + tax + totals.Shipping + shippingTax;

        // What a card cannot be charged in its step, the gift card pays.
        var card = total * (100 - totals.GiftCard) / 100 / cardStep * cardStep;
        List<PaymentFacts> payments = [new("card", "card", Of(card), Of(0), cardStep)];
        if (total > card)
        {
            payments.Add(new("gift", "gift_card", Of(total - card), Of(0)));
        }

        return Shop.Order(market) with
        {
            Lines = facts,
            Discount = Of(discount),
            Shipping = Of(totals.Shipping),
            ShippingTax = Of(shippingTax),
            StandardShipping = totals.Standard < 200 ? null : Of(totals.Standard),
            TaxIncluded = totals.TaxIncluded,
            Payments = payments,
        };
    }
}
