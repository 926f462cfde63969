using NodaTime;

namespace Portal.Returns.Decisions;

/// <summary>What the engine may know of an order: no name, e-mail or address, so that decisions can be stored and replayed.</summary>
public sealed record OrderFacts
{
    public required string Number { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the country it is delivered to.</summary>
    public required string Market { get; init; }

    /// <summary>IANA zone of the market; deadlines are calendar days in it.</summary>
    public required string ZoneId { get; init; }

    public required Currency Currency { get; init; }

    public required Instant PlacedAt { get; init; }

    public string Channel { get; init; } = "web";

    /// <summary>False for a business buyer, whom consumer law does not protect.</summary>
    public bool IsConsumer { get; init; } = true;

    public bool IsGift { get; init; }

    /// <summary>True when prices and discounts contain the tax; false when <see cref="LineFacts.Tax"/> comes on top.</summary>
    public bool TaxIncluded { get; init; } = true;

    public required IReadOnlyList<LineFacts> Lines { get; init; }

    /// <summary>A discount on the whole order, not negative; shared over the lines by their discounted price.</summary>
    public required Money Discount { get; init; }

    /// <summary>What was paid for delivery, with its tax when <see cref="TaxIncluded"/>; not negative.</summary>
    public required Money Shipping { get; init; }

    /// <summary>Tax on delivery that comes on top; zero when <see cref="TaxIncluded"/>.</summary>
    public required Money ShippingTax { get; init; }

    /// <summary>What delivery by the cheapest standard method would have cost, with its tax; a full withdrawal gives back at most this.</summary>
    public Money? StandardShipping { get; init; }

    public required IReadOnlyList<PaymentFacts> Payments { get; init; }

    public ShopperFacts Shopper { get; init; } = ShopperFacts.Unknown;

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Units that a case has recovered or holds.</summary>
    public IReadOnlyList<RecoveredUnit> Recovered { get; init; } = [];
}
