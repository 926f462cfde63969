using System.Text.Json;
using NodaTime;

namespace Portal.Returns.Decisions;

/// <summary>The facts of an order in the canonical form of <see cref="DecisionJson"/>.</summary>
internal static class OrderFactsJson
{
    public static void Write(Utf8JsonWriter json, OrderFacts order)
    {
        json.WriteStartObject();
        json.WriteString("number", order.Number);
        json.WriteString("market", order.Market);
        json.WriteString("zone", order.ZoneId);
        json.WriteString("currency", order.Currency.Code);
        json.WriteString("placed", Invariant.Text(order.PlacedAt));
        json.WriteString("channel", order.Channel);
        json.WriteBoolean("consumer", order.IsConsumer);
        json.WriteBoolean("gift", order.IsGift);
        json.WriteBoolean("taxIncluded", order.TaxIncluded);
        json.WriteObjects("lines", order.Lines, line => WriteLine(json, line));
        json.WriteString("discount", order.Discount.ToString());
        json.WriteString("shipping", order.Shipping.ToString());
        json.WriteString("shippingTax", order.ShippingTax.ToString());
        json.WriteString("standardShipping", order.StandardShipping?.ToString());
        json.WriteObjects("payments", order.Payments, payment =>
        {
            json.WriteString("id", payment.Id);
            json.WriteString("means", payment.Means);
            json.WriteString("captured", payment.Captured.ToString());
            json.WriteString("refunded", payment.Refunded.ToString());
            json.WriteNumber("step", payment.Step);
        });
        json.WriteStartObject("shopper");
        json.WriteNumber("orders", order.Shopper.Orders);
        json.WriteNumber("returns", order.Shopper.Returns);
        json.WriteNumber("returnless", order.Shopper.ReturnlessRefunds);
        json.WriteTexts("tags", order.Shopper.Tags);
        json.WriteEndObject();
        json.WriteTexts("tags", order.Tags);
        json.WriteObjects("recovered", order.Recovered, unit =>
        {
            json.WriteString("line", unit.LineId);
            json.WriteNumber("unit", unit.Unit);
        });
        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, LineFacts line)
    {
        json.WriteString("id", line.Id);
        json.WriteString("sku", line.Sku);
        json.WriteString("category", line.Category);
        json.WriteTexts("tags", line.Tags);
        json.WriteNumber("quantity", line.Quantity);
        json.WriteString("unitPrice", line.UnitPrice.ToString());
        json.WriteString("discount", line.Discount.ToString());
        json.WriteString("tax", line.Tax.ToString());
        if (line.WeightGrams is { } grams)
        {
            json.WriteNumber("weight", grams);
        }

        json.WriteObjects("deliveries", line.Deliveries, delivery =>
        {
            json.WriteNumber("quantity", delivery.Quantity);
            json.WriteString("shipped", Text(delivery.ShippedAt));
            json.WriteString("delivered", Text(delivery.DeliveredAt));
        });
    }

    private static string? Text(Instant? instant) => instant is { } at ? Invariant.Text(at) : null;
}
