using NodaTime;

namespace Portal.Returns.Decisions;

/// <summary>One line of an order; its units are numbered 1 to <see cref="Quantity"/>.</summary>
public sealed record LineFacts
{
    /// <summary>The line's identifier, unique in its order.</summary>
    public required string Id { get; init; }

    public required string Sku { get; init; }

    public string Category { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Pieces bought, at least 1.</summary>
    public required int Quantity { get; init; }

    /// <summary>Price of one piece before discounts, with tax when the order's <see cref="OrderFacts.TaxIncluded"/>.</summary>
    public required Money UnitPrice { get; init; }

    /// <summary>Discount on the whole line, not negative.</summary>
    public required Money Discount { get; init; }

    /// <summary>Tax of the whole line after all discounts; contained in the price when <see cref="OrderFacts.TaxIncluded"/>, else on top.</summary>
    public required Money Tax { get; init; }

    /// <summary>Weight of one piece in grams.</summary>
    public int? WeightGrams { get; init; }

    /// <summary>Which pieces are in which state of delivery; pieces in none were not shipped yet.</summary>
    public IReadOnlyList<DeliveryFacts> Deliveries { get; init; } = [];
}

/// <summary>Pieces of a line that travelled in one parcel.</summary>
/// <param name="Quantity">Pieces, at least 1.</param>
/// <param name="ShippedAt">When the parcel left, or null.</param>
/// <param name="DeliveredAt">When it was delivered, or null while it is on its way or when nobody knows.</param>
public sealed record DeliveryFacts(int Quantity, Instant? ShippedAt, Instant? DeliveredAt);
