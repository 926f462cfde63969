using NodaTime;

namespace Portal.Web.Orders;

/// <summary>A stored order: what the shop's order source told, kept as it was told. Amounts are minor units of <see cref="Currency"/>.</summary>
public sealed class Order
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The normalized number (<see cref="OrderNumber"/>), unique in an installation.</summary>
    public required string Number { get; init; }

    public string Channel { get; set; } = "web";

    /// <summary>The locale the shopper ordered in.</summary>
    public required string Locale { get; set; }

    /// <summary>ISO 3166-1 alpha-2 code of the country it is delivered to.</summary>
    public required string Market { get; set; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; set; }

    public required Instant PlacedAt { get; set; }

    public bool IsConsumer { get; set; } = true;

    public bool IsGift { get; set; }

    /// <summary>True for orders of the demo generator, which move along with the calendar while no case hangs on them.</summary>
    public bool IsDemo { get; init; }

    public bool TaxIncluded { get; set; } = true;

    /// <summary>The discount on the whole order, not negative.</summary>
    public long Discount { get; set; }

    public long Shipping { get; set; }

    public long ShippingTax { get; set; }

    /// <summary>What standard delivery would have cost, or null when it was standard.</summary>
    public long? StandardShipping { get; set; }

    /// <summary>Lower-case e-mail address of the buyer.</summary>
    public required string Email { get; set; }

    /// <summary>Normalized (<see cref="Postcode"/>); null where the country has none.</summary>
    public string? DeliveryPostcode { get; set; }

    /// <summary>Normalized (<see cref="Postcode"/>); null where the country has none.</summary>
    public string? BillingPostcode { get; set; }

    public List<string> Tags { get; set; } = [];

    /// <summary>Guards edits: raised with every change.</summary>
    public int Version { get; set; }

    public List<OrderLine> Lines { get; init; } = [];

    public List<Parcel> Parcels { get; init; } = [];

    public List<Payment> Payments { get; init; } = [];
}

/// <summary>A line of a stored order.</summary>
public sealed class OrderLine
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OrderId { get; init; }

    /// <summary>The line's identifier from the order source, unique in its order.</summary>
    public required string LineId { get; init; }

    /// <summary>Place in the order, from 1.</summary>
    public int Position { get; set; }

    public required string Sku { get; set; }

    public required string Title { get; set; }

    public string Category { get; set; } = "";

    /// <summary>The bundle it was sold in, or null.</summary>
    public string? Bundle { get; set; }

    public List<string> Tags { get; set; } = [];

    public int Quantity { get; set; }

    public long UnitPrice { get; set; }

    /// <summary>The discount on the whole line, not negative.</summary>
    public long Discount { get; set; }

    /// <summary>Tax of the whole line after all discounts.</summary>
    public long Tax { get; set; }

    public int? WeightGrams { get; set; }
}

/// <summary>A parcel of an order, with its own delivery.</summary>
public sealed class Parcel
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OrderId { get; init; }

    /// <summary>Number within the order, from 1.</summary>
    public int Number { get; set; }

    public string Carrier { get; set; } = "";

    public string? TrackingNumber { get; set; }

    public string? TrackingUrl { get; set; }

    public Instant? ShippedAt { get; set; }

    /// <summary>The day it was promised for, in the market's zone.</summary>
    public LocalDate? ExpectedOn { get; set; }

    public Instant? DeliveredAt { get; set; }

    public List<ParcelItem> Items { get; init; } = [];
}

/// <summary>Pieces of one line in a parcel.</summary>
public sealed class ParcelItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ParcelId { get; init; }

    public required string LineId { get; init; }

    public int Quantity { get; set; }
}

/// <summary>What was paid for an order, by which means, captured by which provider.</summary>
public sealed class Payment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OrderId { get; init; }

    /// <summary>The provider that captured it and can repay it, such as <c>Demo</c>.</summary>
    public required string Provider { get; set; }

    /// <summary>The provider's own name for it.</summary>
    public required string Reference { get; set; }

    /// <summary><c>card</c>, <c>gift_card</c>, <c>paypal</c>, <c>cash</c> and so on.</summary>
    public required string Means { get; set; }

    /// <summary>What a shopper recognizes it by: <c>Visa •••• 4242</c>. Never a full number.</summary>
    public string Label { get; set; } = "";

    public long Captured { get; set; }

    /// <summary>Since when the shopper's bank disputes it; null when it does not.</summary>
    public Instant? DisputedAt { get; set; }

    /// <summary>The smallest step in minor units that can be refunded.</summary>
    public int Step { get; set; } = 1;
}
