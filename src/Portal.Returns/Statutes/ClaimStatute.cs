using NodaTime;
using Portal.Returns.Decisions;

namespace Portal.Returns.Statutes;

/// <summary>
/// What the law of a market grants a consumer at least whose goods are not as agreed, or never came. Every remedy is free of
/// charge, the way back included. Left out: price reduction, which only a person can put a number on, and the twelve months
/// that a repair adds in the European Union (Directive 2024/1799), since an order does not know its repairs.
/// </summary>
public sealed record ClaimStatute
{
    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public required string Market { get; init; }

    /// <summary>The law's name.</summary>
    public required string Name { get; init; }

    /// <summary>Where the law says so.</summary>
    public required string Source { get; init; }

    public required string Url { get; init; }

    /// <summary>The law on goods that never came: they are delivered after all, or the money goes back.</summary>
    public required string DeliveryName { get; init; }

    /// <summary>Calendar years after the day of delivery for which the seller is liable, at least 1.</summary>
    public required int Years { get; init; }

    /// <summary>The years for goods that are meant to last considerably longer, which only a person can tell; null where the law makes no such difference.</summary>
    public int? LastingYears { get; init; }

    /// <summary>Calendar days after the day of delivery on which the consumer may have the money back at once; null where repair or replacement always goes first.</summary>
    public int? RejectDays { get; init; }

    /// <summary>What the consumer chooses from first.</summary>
    public IReadOnlyList<Resolution> First { get; init; } = [Resolution.Replacement, Resolution.Repair];

    /// <summary>What the consumer may have when none of the first succeeds, or is refused.</summary>
    public IReadOnlyList<Resolution> After { get; init; } = [Resolution.Refund];

    /// <summary>The last day for goods delivered on this day.</summary>
    public LocalDate Deadline(LocalDate delivered) => delivered.PlusYears(Years);

    /// <summary>The last day for goods that are meant to last.</summary>
    public LocalDate LastingDeadline(LocalDate delivered) => delivered.PlusYears(LastingYears ?? Years);

    /// <summary>What the consumer may choose from on a day; null for a delivery that nobody knows of.</summary>
    public IReadOnlyList<Resolution> RemediesOn(LocalDate today, LocalDate? delivered) =>
        RejectDays is { } days && !(today > delivered?.PlusDays(days)) ? [.. After, .. First] : First;
}
