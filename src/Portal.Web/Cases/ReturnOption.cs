using NodaTime;
using Portal.Returns.Decisions;
using Portal.Returns.Refunds;
using Portal.Web.Content;
using Portal.Web.Orders;

namespace Portal.Web.Cases;

/// <summary>Something a shopper can choose for a line: what they get, what happens to the goods, when the money goes back, and the exact amount.</summary>
public sealed record ReturnOption(Resolution Resolution, ShipmentMethod Shipment, RefundMoment When, RefundPlan Plan)
{
    /// <summary>True when the money goes back as soon as the case is open: the item is kept, or it never left the shop.</summary>
    public bool IsPaidAtOnce => Shipment != ShipmentMethod.SendBack || When == RefundMoment.Requested;

    /// <summary>Key of the words for it.</summary>
    public string TextKey => Shipment == ShipmentMethod.SendBack && IsPaidAtOnce ? $"Option.{Resolution}.NotSent" : $"Option.{Resolution}.{Shipment}";

    /// <summary>The option's name in forms.</summary>
    public string Value => $"{Resolution}-{Shipment}";

    /// <summary>What a decision offers and something here can carry out, each with its exact amount: refunds, kept or sent to an address that the shop has for the market.</summary>
    public static IReadOnlyList<ReturnOption> For(LoadedOrder order, Decision decision, Snapshot snapshot, Instant now, bool isOnlyLine) =>
        decision.Verdict == Verdict.Refused || !decision.Resolutions.Contains(Resolution.Refund)
            ? []
            : decision.Shipments
                .Where(shipment => shipment != ShipmentMethod.SendBack || snapshot.Site.ReturnAddress(order.Order.Market) is not null)
                .Select(shipment => new ReturnOption(Resolution.Refund, shipment, decision.RefundWhen, RefundPlanner.Plan(
                    order.Facts,
                    [UnitSelection.For(order.Facts, decision.Request, now)],
                    Terms(order, WithFeesOf(decision, shipment), now, isOnlyLine))))
                .ToList();

    /// <summary>Fees apply to goods that travel; who keeps an item pays none.</summary>
    public static Decision WithFeesOf(Decision decision, ShipmentMethod shipment) =>
        shipment == ShipmentMethod.SendBack ? decision : decision with { Fees = [] };

    // Delivery that goes back with the whole order belongs to no line, unless there is only one.
    private static RefundTerms Terms(LoadedOrder order, Decision decision, Instant now, bool isOnlyLine) => isOnlyLine
        ? RefundTerms.For(order.Facts, [decision], [UnitSelection.For(order.Facts, decision.Request, now)])
        : new RefundTerms(decision.Fees, IncludeShipping: false) { First = decision.RefundFirst };
}
