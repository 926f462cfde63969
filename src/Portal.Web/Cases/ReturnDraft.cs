using NodaTime;
using Portal.Returns.Decisions;

namespace Portal.Web.Cases;

/// <summary>A return being filled in: the state of the journey between its pages.</summary>
public sealed class ReturnDraft
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid OrderId { get; init; }

    public Instant CreatedAt { get; init; }

    public Instant UpdatedAt { get; set; }

    public List<DraftLine> Lines { get; set; } = [];

    public int Version { get; set; }
}

/// <summary>One line of a draft, stored as JSON in its row.</summary>
public sealed class DraftLine
{
    public required string LineId { get; init; }

    public int Quantity { get; init; }

    public Reason Reason { get; init; }

    /// <summary>The option chosen, or null before the options page.</summary>
    public ShipmentMethod? Shipment { get; set; }

    public Resolution? Resolution { get; set; }
}
