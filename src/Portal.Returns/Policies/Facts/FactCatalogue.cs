using NodaTime;
using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>Every fact that a policy may ask for: the one list behind the reader, its spelling hints, the schema and the proof.</summary>
public static class FactCatalogue
{
    public static Fact Kind { get; } = OneOf<RequestKind>("kind", "What the request is in law", at => at.Kind);

    public static Fact Reason { get; } = OneOf<Reason>("reason", "Why the shopper gives it back", at => at.Request.Reason);

    public static Fact Market { get; } = Text("market", "The country it is delivered to, two capital letters", at => at.Order.Market);

    public static IReadOnlyList<Fact> All { get; } = Numbered(
    [
        Kind,
        Reason,
        Market,
        new Fact("currency", "The order's currency, three capital letters", FactType.Text, at => new FactValue.OfText(at.Order.Currency.Code), [.. Currency.All.Select(currency => currency.Code)]),
        Text("channel", "Where the order was placed", at => at.Order.Channel),
        Text("item.sku", "The item's stock number", at => at.Line.Sku),
        Text("item.category", "The item's category", at => at.Line.Category),
        List("item.tags", "The item's tags", at => at.Line.Tags),
        Amount("item.price", "The price of one piece before discounts", at => at.Line.UnitPrice),
        Amount("item.amount", "What was paid for the requested pieces, after discounts, with tax", at => at.AmountPaid),
        Number("item.quantity", "How many pieces are requested", at => at.Request.Quantity),
        NumberIfKnown("item.weight", "The weight of one piece in grams", at => at.Line.WeightGrams),
        Amount("order.total", "What was paid for the whole order", at => at.OrderTotal),
        Amount("order.discount", "All discounts of the order, on lines and on the whole", at => at.OrderDiscount),
        Day("order.placed", "The day on which the order was placed", at => at.PlacedOn),
        DayIfKnown("order.shipped", "The day on which the last of the requested pieces left the shop", at => at.LineShippedOn),
        DayIfKnown("order.delivered", "The day on which the last of the requested pieces was delivered", at => at.LineDeliveredOn),
        Truth("order.consumer", "The buyer is a consumer, not a business", at => at.Order.IsConsumer),
        Truth("order.gift", "The order was a gift", at => at.Order.IsGift),
        List("order.tags", "The order's tags", at => at.Order.Tags),
        Number("order.daysSince", "Calendar days since the order was placed", at => Period.DaysBetween(at.PlacedOn, at.Today)),
        NumberIfKnown("order.daysSinceShipment", "Calendar days since the last of the requested pieces left the shop", at => DaysSince(at.LineShippedOn, at)),
        NumberIfKnown("order.daysSinceDelivery", "Calendar days since the last of the requested pieces was delivered", at => DaysSince(at.LineDeliveredOn, at)),
        Truth("delivered", "The requested pieces are known to be delivered", at => at.IsDelivered),
        List("payment.means", "The means of payment that were used", at => [.. at.Order.Payments.Select(payment => payment.Means).Distinct(StringComparer.Ordinal)]),
        Number("shopper.orders", "The shopper's orders within 365 days", at => at.Order.Shopper.Orders),
        Number("shopper.returns", "The shopper's return cases within 365 days", at => at.Order.Shopper.Returns),
        Number("shopper.returnless", "The shopper's refunds without sending back within 365 days", at => at.Order.Shopper.ReturnlessRefunds),
        NumberIfKnown("shopper.returnRate", "The shopper's return cases for 100 orders within 365 days, half rounded up; unknown without an order", at => ReturnRate(at.Order.Shopper)),
        List("shopper.tags", "The shopper's tags", at => at.Order.Shopper.Tags),
    ]);

    private static readonly Dictionary<string, Fact> ByName = All.ToDictionary(fact => fact.Name, StringComparer.Ordinal);

    /// <summary>The fact with this name, or null.</summary>
    public static Fact? Find(string name) => ByName.GetValueOrDefault(name);

    private static Fact[] Numbered(Fact[] facts)
    {
        for (var index = 0; index < facts.Length; index++)
        {
            facts[index].Index = index;
        }

        return facts;
    }

    private static Fact OneOf<T>(string name, string summary, Func<Situation, T> read)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>().ToDictionary(value => value, value => new FactValue.OfText(value.ToString()));
        return new(name, summary, FactType.Text, at => values[read(at)], Enum.GetNames<T>());
    }

    private static Fact Text(string name, string summary, Func<Situation, string> read) =>
        new(name, summary, FactType.Text, at => new FactValue.OfText(read(at)));

    private static Fact List(string name, string summary, Func<Situation, IReadOnlyList<string>> read) =>
        new(name, summary, FactType.List, at => new FactValue.OfList(read(at)));

    private static Fact Number(string name, string summary, Func<Situation, int> read) =>
        new(name, summary, FactType.Number, at => new FactValue.OfNumber(read(at)));

    private static Fact NumberIfKnown(string name, string summary, Func<Situation, int?> read) =>
        new(name, summary, FactType.Number, at => read(at) is { } value ? new FactValue.OfNumber(value) : FactValue.Unknown.Instance, mayBeUnknown: true);

    private static Fact DayIfKnown(string name, string summary, Func<Situation, LocalDate?> read) =>
        new(name, summary, FactType.Day, at => read(at) is { } value ? new FactValue.OfDay(value) : FactValue.Unknown.Instance, mayBeUnknown: true);

    private static int? DaysSince(LocalDate? day, Situation at) => day is { } since ? Period.DaysBetween(since, at.Today) : null;

    private static int? ReturnRate(ShopperFacts shopper) =>
        shopper.Orders > 0 ? (int)Math.Min(int.MaxValue, ((200L * shopper.Returns) + shopper.Orders) / (2L * shopper.Orders)) : null;

    private static Fact Amount(string name, string summary, Func<Situation, Money> read) =>
        new(name, summary, FactType.Amount, at => new FactValue.OfAmount(read(at)));

    private static Fact Day(string name, string summary, Func<Situation, LocalDate> read) =>
        new(name, summary, FactType.Day, at => new FactValue.OfDay(read(at)));

    private static Fact Truth(string name, string summary, Func<Situation, bool> read) =>
        new(name, summary, FactType.Truth, at => new FactValue.OfTruth(read(at)));
}
