using NodaTime;
using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>How long it may be asked for.</summary>
/// <param name="Days">Calendar days after the day from which it counts, 0 to 36500.</param>
/// <param name="From">The day from which it counts.</param>
/// <param name="NotBefore">The window ends on this day at the earliest, or null; where a market has no such day, none.</param>
public sealed record WindowAnswer(MarketValue<int> Days, WindowStart From, MarketValue<LocalDate>? NotBefore) : Answer
{
    internal override IReadOnlyList<(string Key, string Value)> Entries => 
    [
        ("days", Days.Text),
        ("from", Name(From)),
        .. NotBefore is null ? default(ReadOnlySpan<(string, string)>) : [("notBefore", NotBefore.Text)],
    ];

    internal override Answer In(Situation at, ref IReadOnlyList<UsedFact> used) => In(at.Order.Market);

    private WindowAnswer In(string market)
    {
        var days = Days.FixedIn(market);
        var notBefore = NotBefore?.Find(market) is null ? null : NotBefore.FixedIn(market);
        return days == Days && notBefore == NotBefore ? this : this with { Days = days, NotBefore = notBefore };
    }

    private static string Name(WindowStart start) => start switch
    {
        WindowStart.Order => "order",
        WindowStart.Shipment => "shipment",
        _ => "delivery",
    };
}

/// <summary>From which day a window counts.</summary>
public enum WindowStart
{
    /// <summary>The day of the last delivery among the line's pieces.</summary>
    Delivery,

    /// <summary>The day on which the last of the line's pieces left the shop.</summary>
    Shipment,

    /// <summary>The day on which the order was placed.</summary>
    Order,
}
