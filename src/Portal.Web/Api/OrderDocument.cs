namespace Portal.Web.Api;

/// <summary>An order as a shop's system tells it. Amounts are whole minor units of the currency (cents, yen, fils).</summary>
public sealed record OrderDocument
{
    /// <summary>Its number. In the address of <c>PUT /api/orders/{number}</c>; here it may be left out, but must be the same.</summary>
    public string? Number { get; init; }

    /// <summary>Where it was placed, such as <c>web</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The language the shopper ordered in: two or three small letters.</summary>
    public required string Locale { get; init; }

    /// <summary>The country it is delivered to, ISO 3166-1 alpha-2; one of the site's markets.</summary>
    public required string Market { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public bool IsConsumer { get; init; } = true;

    public bool IsGift { get; init; }

    /// <summary>Prices contain the tax.</summary>
    public bool TaxIncluded { get; init; } = true;

    /// <summary>Discount on the whole order.</summary>
    public long Discount { get; init; }

    public long Shipping { get; init; }

    /// <summary>Tax on delivery that is not contained in <see cref="Shipping"/>.</summary>
    public long ShippingTax { get; init; }

    /// <summary>What standard delivery would have cost; null when it was standard.</summary>
    public long? StandardShipping { get; init; }

    /// <summary>The buyer's address.</summary>
    public required string Email { get; init; }

    public string? DeliveryPostcode { get; init; }

    public string? BillingPostcode { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public required IReadOnlyList<OrderDocumentLine> Lines { get; init; }

    public IReadOnlyList<OrderDocumentParcel> Parcels { get; init; } = [];

    public required IReadOnlyList<OrderDocumentPayment> Payments { get; init; }
}

/// <summary>A line of an order.</summary>
public sealed record OrderDocumentLine
{
    /// <summary>Unique in the order: letters, digits, dot, hyphen, underscore.</summary>
    public required string Id { get; init; }

    public required string Sku { get; init; }

    /// <summary>In the order's language.</summary>
    public required string Title { get; init; }

    public string Category { get; init; } = "";

    /// <summary>The bundle it was sold in.</summary>
    public string? Bundle { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public required int Quantity { get; init; }

    /// <summary>Price of one piece before discounts.</summary>
    public required long UnitPrice { get; init; }

    /// <summary>Discount on the whole line.</summary>
    public long Discount { get; init; }

    /// <summary>Tax of the whole line after all discounts.</summary>
    public long Tax { get; init; }

    /// <summary>Weight of one piece.</summary>
    public int? WeightGrams { get; init; }
}

/// <summary>A parcel of an order.</summary>
public sealed record OrderDocumentParcel
{
    public string Carrier { get; init; } = "";

    public string? TrackingNumber { get; init; }

    /// <summary>An address that starts with <c>https://</c> or <c>http://</c>.</summary>
    public string? TrackingUrl { get; init; }

    public DateTimeOffset? ShippedAt { get; init; }

    /// <summary>The day it was promised for, in the market's time zone.</summary>
    public DateOnly? ExpectedOn { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    public required IReadOnlyList<OrderDocumentItem> Items { get; init; }
}

/// <param name="Line">The line's id.</param>
/// <param name="Quantity">Pieces of it.</param>
public sealed record OrderDocumentItem(string Line, int Quantity);

/// <summary>A payment of an order.</summary>
public sealed record OrderDocumentPayment
{
    /// <summary>Who captured it and can repay it, such as <c>Stripe</c>; <c>Manual</c> where a person must.</summary>
    public required string Provider { get; init; }

    /// <summary>The provider's own name for it; with the provider unique in the order.</summary>
    public required string Reference { get; init; }

    /// <summary><c>card</c>, <c>gift_card</c>, <c>paypal</c> and so on.</summary>
    public required string Means { get; init; }

    /// <summary>What a shopper recognizes it by, never a full number.</summary>
    public string Label { get; init; } = "";

    public required long Captured { get; init; }

    /// <summary>The smallest step in minor units that can be refunded: 1, 10, 100 or 1000.</summary>
    public int Step { get; init; } = 1;
}
