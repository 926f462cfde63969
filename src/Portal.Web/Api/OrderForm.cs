using System.Text.Json;
using NodaTime;
using Portal.Returns;
using Portal.Returns.Decisions;
using Portal.Returns.Refunds;
using Portal.Web.Orders;

namespace Portal.Web.Api;

/// <summary>An order as it is told, turned into the order as it is stored, and back.</summary>
internal static class OrderForm
{
    /// <summary>True when the stored order says what the document says.</summary>
    public static bool Says(Order order, OrderDocument document) =>
        string.Equals(Text(Tell(order)), Text(document with { Number = null }), StringComparison.Ordinal);

    /// <summary>A new order.</summary>
    public static Order Create(OrderDocument document, string number)
    {
        var order = new Order
        {
            Number = number,
            Locale = document.Locale,
            Market = document.Market,
            Currency = document.Currency,
            PlacedAt = InstantOf(document.PlacedAt),
            Email = document.Email,
        };
        Fill(order, document);
        return order;
    }

    /// <summary>Makes a stored order say what the document says. Lines and payments that stay keep their rows, on which cases and refunds hang.</summary>
    /// <returns>The rows that are new.</returns>
    public static IReadOnlyList<object> Fill(Order order, OrderDocument document)
    {
        var before = order.Lines.Concat<object>(order.Payments).ToHashSet();
        (order.Channel, order.Locale, order.Market, order.Currency) = (document.Channel, document.Locale, document.Market, document.Currency);
        (order.PlacedAt, order.IsConsumer, order.IsGift, order.TaxIncluded) = (InstantOf(document.PlacedAt), document.IsConsumer, document.IsGift, document.TaxIncluded);
        (order.Discount, order.Shipping, order.ShippingTax, order.StandardShipping) = (document.Discount, document.Shipping, document.ShippingTax, document.StandardShipping);
        (order.Email, order.DeliveryPostcode, order.BillingPostcode, order.Tags) = (document.Email, document.DeliveryPostcode, document.BillingPostcode, [.. document.Tags]);
        FillLines(order, document);
        FillPayments(order, document);
        order.Parcels.Clear();
        order.Parcels.AddRange(document.Parcels.Select((parcel, index) => ParcelOf(order.Id, parcel, index + 1)));
        order.Version++;
        return [.. order.Lines.Concat<object>(order.Payments).Where(row => !before.Contains(row)), .. order.Parcels];
    }

    /// <summary>What is paid for each unit and for delivery, as the plan of a refund works it out.</summary>
    public static OrderFacts Worth(OrderDocument document)
    {
        var currency = Currency.Of(document.Currency);
        Money Of(long minor) => new(minor, currency);
        return new OrderFacts
        {
            Number = document.Number ?? "",
            Market = document.Market,
            ZoneId = DateTimeZone.Utc.Id,
            Currency = currency,
            PlacedAt = InstantOf(document.PlacedAt),
            TaxIncluded = document.TaxIncluded,
            Discount = Of(document.Discount),
            Shipping = Of(document.Shipping),
            ShippingTax = Of(document.ShippingTax),
            StandardShipping = document.StandardShipping is { } standard ? Of(standard) : null,
            Payments = [.. document.Payments.Select(payment => new PaymentFacts(payment.Reference, payment.Means, Of(payment.Captured), Of(0), payment.Step))],
            Lines = [.. document.Lines.Select(line => new LineFacts
            {
                Id = line.Id,
                Sku = line.Sku,
                Quantity = line.Quantity,
                UnitPrice = Of(line.UnitPrice),
                Discount = Of(line.Discount),
                Tax = Of(line.Tax),
            })],
        };
    }

    /// <summary>What is paid for each unit of a line, in minor units.</summary>
    public static IReadOnlyList<long> UnitWorths(OrderFacts worth, string lineId) => [.. RefundPlanner.UnitAmounts(worth, lineId).Select(unit => unit.Total.Minor)];

    /// <summary>A stored order as it would be told, but for its number.</summary>
    public static OrderDocument Tell(Order order)
    {
        var positions = order.Lines.ToDictionary(line => line.LineId, line => line.Position, StringComparer.Ordinal);
        return new OrderDocument
        {
            Channel = order.Channel,
            Locale = order.Locale,
            Market = order.Market,
            Currency = order.Currency,
            PlacedAt = order.PlacedAt.ToDateTimeOffset(),
            IsConsumer = order.IsConsumer,
            IsGift = order.IsGift,
            TaxIncluded = order.TaxIncluded,
            Discount = order.Discount,
            Shipping = order.Shipping,
            ShippingTax = order.ShippingTax,
            StandardShipping = order.StandardShipping,
            Email = order.Email,
            DeliveryPostcode = order.DeliveryPostcode,
            BillingPostcode = order.BillingPostcode,
            Tags = order.Tags,
            Lines = [.. order.Lines.OrderBy(line => line.Position).Select(line => new OrderDocumentLine
            {
                Id = line.LineId, Sku = line.Sku, Title = line.Title, Category = line.Category, Bundle = line.Bundle, Tags = line.Tags, Quantity = line.Quantity,
                UnitPrice = line.UnitPrice, Discount = line.Discount, Tax = line.Tax, WeightGrams = line.WeightGrams,
            })],
            Parcels = [.. order.Parcels.OrderBy(parcel => parcel.Number).Select(parcel => new OrderDocumentParcel
            {
                Carrier = parcel.Carrier, TrackingNumber = parcel.TrackingNumber, TrackingUrl = parcel.TrackingUrl,
                ShippedAt = parcel.ShippedAt?.ToDateTimeOffset(), ExpectedOn = parcel.ExpectedOn?.ToDateOnly(), DeliveredAt = parcel.DeliveredAt?.ToDateTimeOffset(),
                Items = [.. parcel.Items.OrderBy(item => positions.GetValueOrDefault(item.LineId)).Select(item => new OrderDocumentItem(item.LineId, item.Quantity))],
            })],
            Payments = [.. order.Payments.OrderBy(payment => payment.Provider, StringComparer.Ordinal).ThenBy(payment => payment.Reference, StringComparer.Ordinal).Select(payment => new OrderDocumentPayment
            {
                Provider = payment.Provider, Reference = payment.Reference, Means = payment.Means, Label = payment.Label, Captured = payment.Captured, Step = payment.Step,
            })],
        };
    }

    private static void FillLines(Order order, OrderDocument document)
    {
        order.Lines.RemoveAll(line => !document.Lines.Any(told => string.Equals(told.Id, line.LineId, StringComparison.Ordinal)));
        foreach (var (told, index) in document.Lines.Select((told, index) => (told, index)))
        {
            var line = order.Lines.Find(known => string.Equals(known.LineId, told.Id, StringComparison.Ordinal));
            if (line is null)
            {
                line = new OrderLine { OrderId = order.Id, LineId = told.Id, Sku = told.Sku, Title = told.Title };
                order.Lines.Add(line);
            }

            (line.Position, line.Sku, line.Title, line.Category, line.Bundle) = (index + 1, told.Sku, told.Title, told.Category, told.Bundle);
            (line.Tags, line.Quantity, line.UnitPrice, line.Discount) = ([.. told.Tags], told.Quantity, told.UnitPrice, told.Discount);
            (line.Tax, line.WeightGrams) = (told.Tax, told.WeightGrams);
        }
    }

    private static void FillPayments(Order order, OrderDocument document)
    {
        order.Payments.RemoveAll(payment => !document.Payments.Any(told => IsSame(told, payment)));
        foreach (var told in document.Payments)
        {
            var payment = order.Payments.Find(known => IsSame(told, known));
            if (payment is null)
            {
                payment = new Payment { OrderId = order.Id, Provider = told.Provider, Reference = told.Reference, Means = told.Means };
                order.Payments.Add(payment);
            }

            (payment.Means, payment.Label, payment.Captured, payment.Step) = (told.Means, told.Label, told.Captured, told.Step);
        }
    }

    /// <summary>True when the document's payment is this stored one.</summary>
    public static bool IsSame(OrderDocumentPayment told, Payment payment) =>
        string.Equals(told.Provider, payment.Provider, StringComparison.Ordinal) && string.Equals(told.Reference, payment.Reference, StringComparison.Ordinal);

    private static Parcel ParcelOf(Guid orderId, OrderDocumentParcel told, int number)
    {
        var parcel = new Parcel
        {
            OrderId = orderId,
            Number = number,
            Carrier = told.Carrier,
            TrackingNumber = told.TrackingNumber,
            TrackingUrl = told.TrackingUrl,
            ShippedAt = told.ShippedAt is { } shipped ? InstantOf(shipped) : null,
            ExpectedOn = told.ExpectedOn is { } day ? LocalDate.FromDateOnly(day) : null,
            DeliveredAt = told.DeliveredAt is { } delivered ? InstantOf(delivered) : null,
        };
        parcel.Items.AddRange(told.Items.Select(item => new ParcelItem { ParcelId = parcel.Id, LineId = item.Line, Quantity = item.Quantity }));
        return parcel;
    }

    private static Instant InstantOf(DateTimeOffset time) => Instant.FromDateTimeOffset(time);

    private static string Text(OrderDocument document) => JsonSerializer.Serialize(document, JsonSerializerOptions.Web);
}
