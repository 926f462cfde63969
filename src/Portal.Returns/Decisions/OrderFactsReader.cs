using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Portal.Returns.Decisions;

/// <summary>Reads the facts of an order from what <see cref="OrderFactsJson"/> wrote.</summary>
internal static class OrderFactsReader
{
    public static OrderFacts Read(JsonElement order) => new()
    {
        Number = order.Text("number"),
        Market = order.Text("market"),
        ZoneId = order.Text("zone"),
        Currency = Currency.Of(order.Text("currency")),
        PlacedAt = order.Instant("placed")!.Value,
        Channel = order.Text("channel"),
        IsConsumer = order.GetProperty("consumer").GetBoolean(),
        IsGift = order.GetProperty("gift").GetBoolean(),
        TaxIncluded = order.GetProperty("taxIncluded").GetBoolean(),
        Lines = order.All("lines", Line),
        Discount = order.Amount("discount"),
        Shipping = order.Amount("shipping"),
        ShippingTax = order.Amount("shippingTax"),
        StandardShipping = order.GetProperty("standardShipping").ValueKind == JsonValueKind.Null ? null : order.Amount("standardShipping"),
        Payments = order.All("payments", payment => new PaymentFacts(
            payment.Text("id"), payment.Text("means"), payment.Amount("captured"), payment.Amount("refunded"), payment.Number("step"))),
        Shopper = Shopper(order.GetProperty("shopper")),
        Tags = order.Texts("tags"),
        Recovered = order.All("recovered", unit => new RecoveredUnit(unit.Text("line"), unit.Number("unit"))),
    };

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null.");

    public static int Number(this JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static LineFacts Line(JsonElement line) => new()
    {
        Id = line.Text("id"),
        Sku = line.Text("sku"),
        Category = line.Text("category"),
        Tags = line.Texts("tags"),
        Quantity = line.Number("quantity"),
        UnitPrice = line.Amount("unitPrice"),
        Discount = line.Amount("discount"),
        Tax = line.Amount("tax"),
        WeightGrams = line.TryGetProperty("weight", out var grams) ? grams.GetInt32() : null,
        Deliveries = line.All("deliveries", delivery => new DeliveryFacts(delivery.Number("quantity"), delivery.Instant("shipped"), delivery.Instant("delivered"))),
    };

    private static ShopperFacts Shopper(JsonElement shopper) =>
        new(shopper.Number("orders"), shopper.Number("returns"), shopper.Number("returnless"), shopper.Texts("tags"));

    private static Money Amount(this JsonElement json, string name) =>
        Money.TryParse(json.Text(name), out var amount) ? amount : throw new FormatException($"'{name}' is no amount.");

    private static Instant? Instant(this JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? InstantPattern.ExtendedIso.Parse(value.GetString()!).Value : null;

    private static IReadOnlyList<string> Texts(this JsonElement json, string name) => json.All(name, text => text.GetString()!);

    private static IReadOnlyList<T> All<T>(this JsonElement json, string name, Func<JsonElement, T> read) => [.. json.GetProperty(name).EnumerateArray().Select(read)];
}
