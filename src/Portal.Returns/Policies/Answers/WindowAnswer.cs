using NodaTime;

namespace Portal.Returns.Policies;

/// <summary>How long it may be asked for.</summary>
/// <param name="Days">Calendar days after the day from which it counts, 0 to 36500.</param>
/// <param name="From">The day from which it counts.</param>
/// <param name="NotBefore">The window ends on this day at the earliest, or null.</param>
public sealed record WindowAnswer(MarketValue<int> Days, WindowStart From, LocalDate? NotBefore) : Answer
{
    protected override string Text =>
        $"days: {Days.Text}, from: {(From == WindowStart.Delivery ? "delivery" : "order")}"
        + (NotBefore is { } day ? $", notBefore: {Invariant.Text(day)}" : "");

    internal override Answer In(string market, Currency currency)
    {
        var days = Days.In(market);
        return this with { Days = new MarketValue<int>(Invariant.Text(days), days) };
    }
}

/// <summary>From which day a window counts.</summary>
public enum WindowStart
{
    /// <summary>The day of the last delivery among the line's pieces.</summary>
    Delivery,

    /// <summary>The day on which the order was placed.</summary>
    Order,
}
