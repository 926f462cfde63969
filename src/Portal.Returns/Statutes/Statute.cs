using NodaTime;

namespace Portal.Returns.Statutes;

/// <summary>What the law of a market grants a consumer at least: the right to withdraw without giving a reason.</summary>
public sealed record Statute
{
    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public required string Market { get; init; }

    /// <summary>The law's name.</summary>
    public required string Name { get; init; }

    /// <summary>Calendar days after the day on which the period starts, at least 1.</summary>
    public required int WithdrawalDays { get; init; }

    /// <summary>Where the law says so.</summary>
    public required string Source { get; init; }

    public required string Url { get; init; }

    public required PeriodStart StartsAt { get; init; }

    /// <summary>
    /// A period that would end on a Saturday, a Sunday or a national public holiday ends on the next working day
    /// (Regulation 1182/71, article 3(4)). Holidays of single regions do not count: see <see cref="PublicHolidays"/>.
    /// </summary>
    public bool EndsOnWorkingDay { get; init; }

    /// <summary>Calendar days, after the day of the notice, within which the shop refunds; null where the law names no number.</summary>
    public int? RefundDays { get; init; }

    /// <summary>The consumer pays for sending back when told so beforehand.</summary>
    public bool ConsumerPaysPostageIfTold { get; init; }

    /// <summary>Tags of items that are exempt from the right.</summary>
    public IReadOnlyList<string> ExemptTags { get; init; } = [];

    /// <summary>Tags and categories of sealed items, exempt once unsealed, which only the receipt can tell.</summary>
    public IReadOnlyList<string> SealedTags { get; init; } = [];

    /// <summary>True where the seller must offer withdrawal online, labelled and in two steps (Directive 2011/83, article 11a, since 19 June 2026).</summary>
    public bool RequiresWithdrawalFunction { get; init; }

    /// <summary>The last day on which the right can be used, when the period started on this day.</summary>
    public LocalDate Deadline(LocalDate start)
    {
        var end = start.PlusDays(WithdrawalDays);
        return EndsOnWorkingDay && PublicHolidays.For(Market) is { } calendar ? calendar.WorkingDayFrom(end) : end;
    }
}

/// <summary>The event from which a withdrawal period counts. The right itself exists from the contract on.</summary>
public enum PeriodStart
{
    /// <summary>The last item of the order came into the consumer's hands.</summary>
    LastItemReceived,

    /// <summary>The item itself was received.</summary>
    ItemReceived,
}
