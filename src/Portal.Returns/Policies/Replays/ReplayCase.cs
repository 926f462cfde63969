using NodaTime;
using Portal.Returns.Decisions;
using Portal.Returns.Refunds;

namespace Portal.Returns.Policies;

/// <summary>Something to decide again.</summary>
/// <param name="Facts">The order.</param>
/// <param name="Request">What is asked for.</param>
/// <param name="Now">When.</param>
/// <param name="IsStored">A shopper did ask for it; else it is assumed.</param>
public sealed record ReplayCase(OrderFacts Facts, ReturnRequest Request, Instant Now, bool IsStored)
{
    /// <summary>What was paid for each unit, where other cases of the order share it.</summary>
    internal Lazy<OrderAmounts>? Amounts { get; init; }

    /// <summary>How many days after delivery a shopper without a case is assumed to change their mind: within the law's usual 14 days, within the 30 of most shops, and past both.</summary>
    public static IReadOnlyList<int> DaysAfterDelivery { get; } = [7, 21, 45];

    /// <summary>A case as it was asked for.</summary>
    public static ReplayCase Of(StoredDecision stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return new ReplayCase(stored.Facts, stored.Request, stored.Now, IsStored: true);
    }

    /// <summary>A change of mind over the whole of each delivered line, on each of <see cref="DaysAfterDelivery"/>; nothing for a line of which a piece is not delivered.</summary>
    public static IEnumerable<ReplayCase> Assumed(OrderFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var amounts = OrderAmounts.Lazily(facts);
        foreach (var line in facts.Lines)
        {
            if (DeliveredAt(line) is { } delivered)
            {
                var request = new ReturnRequest(line.Id, line.Quantity, Reason.ChangedMind);
                foreach (var days in DaysAfterDelivery)
                {
                    yield return new ReplayCase(facts, request, delivered + Duration.FromDays(days), IsStored: false) { Amounts = amounts };
                }
            }
        }
    }

    private static Instant? DeliveredAt(LineFacts line) =>
        line.Deliveries.All(delivery => delivery.DeliveredAt is not null) && line.Deliveries.Sum(delivery => delivery.Quantity) >= line.Quantity
            ? line.Deliveries.Max(delivery => delivery.DeliveredAt)
            : null;
}
