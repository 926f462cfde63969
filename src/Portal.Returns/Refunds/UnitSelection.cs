using NodaTime;
using Portal.Returns.Decisions;

namespace Portal.Returns.Refunds;

/// <summary>Concrete pieces of one line.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Units">Unit numbers, 1 to the line's quantity, each once.</param>
public sealed record UnitSelection(string LineId, IReadOnlyList<int> Units)
{
    /// <summary>
    /// The pieces that a request means: pieces that are still free, delivered ones first, except that a claim
    /// for missing or late pieces means those that were not delivered. Fewer than asked when fewer are free.
    /// </summary>
    /// <exception cref="ArgumentException">The line does not exist.</exception>
    public static UnitSelection For(OrderFacts facts, ReturnRequest request, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(request);
        var line = RefundPlanner.Line(facts, request.LineId);
        return new UnitSelection(line.Id, Choose(RefundPlanner.FreeUnits(facts, line), request, UnitDelivery.Of(line, now)));
    }

    internal static IReadOnlyList<int> Choose(IReadOnlyList<int> free, ReturnRequest request, UnitDelivery[] deliveries) => free.Count <= request.Quantity
        ? free
        : [.. free
            .OrderBy(unit => request.IsForAbsentPieces == deliveries[unit - 1].IsDelivered)
            .ThenBy(unit => request.IsForAbsentPieces == deliveries[unit - 1].IsShipped)
            .Take(request.Quantity)
            .Order()];
}
