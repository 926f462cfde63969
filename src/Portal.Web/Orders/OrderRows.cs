using NodaTime;
using Portal.Returns;
using Portal.Returns.Decisions;
using Portal.Web.Cases;
using Portal.Web.Payments;

namespace Portal.Web.Orders;

/// <summary>Turns stored rows into what the engine may know of an order.</summary>
public static class OrderRows
{
    /// <summary>An order with its cases and refunds, in a market's zone.</summary>
    public static OrderFacts Facts(Order order, IReadOnlyList<ReturnCase> cases, IReadOnlyList<Refund> refunds, ShopperFacts shopper, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(zone);
        var currency = Currency.Of(order.Currency);
        Money Of(long minor) => new(minor, currency);
        return new OrderFacts
        {
            Number = order.Number,
            Market = order.Market,
            ZoneId = zone.Id,
            Currency = currency,
            PlacedAt = order.PlacedAt,
            Channel = order.Channel,
            IsConsumer = order.IsConsumer,
            IsGift = order.IsGift,
            TaxIncluded = order.TaxIncluded,
            Discount = Of(order.Discount),
            Shipping = Of(cases.Any(@case => @case.IncludesShipping) ? 0 : order.Shipping),
            ShippingTax = Of(cases.Any(@case => @case.IncludesShipping) ? 0 : order.ShippingTax),
            StandardShipping = order.StandardShipping is { } standard ? Of(standard) : null,
            Shopper = shopper,
            Tags = order.Tags,
            Recovered = cases.SelectMany(@case => @case.Units).Select(unit => new RecoveredUnit(unit.LineId, unit.Unit)).ToList(),
            Payments = order.Payments.ConvertAll(payment => new PaymentFacts(
                payment.Id.ToString("N"),
                payment.Means,
                Of(payment.Captured),
                Of(refunds.Where(refund => refund.PaymentId == payment.Id && refund.IsOwed).Sum(refund => refund.Amount)),
                payment.Step)),
            Lines = order.Lines.ConvertAll(line => new LineFacts
            {
                Id = line.LineId,
                Sku = line.Sku,
                Category = line.Category,
                Tags = line.Tags,
                Quantity = line.Quantity,
                UnitPrice = Of(line.UnitPrice),
                Discount = Of(line.Discount),
                Tax = Of(line.Tax),
                WeightGrams = line.WeightGrams,
                Deliveries = order.Parcels
                    .SelectMany(parcel => parcel.Items
                        .Where(item => string.Equals(item.LineId, line.LineId, StringComparison.Ordinal))
                        .Select(item => new DeliveryFacts(item.Quantity, parcel.ShippedAt, parcel.DeliveredAt)))
                    .ToList(),
            }),
        };
    }
}
