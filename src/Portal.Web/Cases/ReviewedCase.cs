using NodaTime;
using Portal.Returns;
using Portal.Returns.Decisions;
using Portal.Returns.Refunds;
using Portal.Web.Orders;
using Portal.Web.Payments;

namespace Portal.Web.Cases;

/// <summary>A case that a person looks at, with the order as it is without that case: what its pieces are worth, and what they would be sent back or kept for.</summary>
public sealed class ReviewedCase
{
    private readonly OrderFacts _facts;

    /// <param name="reviewed">The case as it is changed, with its lines and units.</param>
    /// <param name="order">Its order, read in the same transaction.</param>
    /// <param name="refunds">The refunds of the case.</param>
    public ReviewedCase(ReturnCase reviewed, LoadedOrder order, IReadOnlyList<Refund> refunds)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        ArgumentNullException.ThrowIfNull(order);
        (Case, Order, Refunds) = (reviewed, order, refunds);
        var others = order.Cases.Where(other => other.Id != reviewed.Id).ToList();
        var currency = order.Facts.Currency;
        var isShippingLeft = !others.Exists(other => other.IncludesShipping);
        _facts = order.Facts with
        {
            Recovered = [.. others.SelectMany(other => other.Units).Select(unit => new RecoveredUnit(unit.LineId, unit.Unit))],
            Shipping = new Money(isShippingLeft ? order.Order.Shipping : 0, currency),
            ShippingTax = new Money(isShippingLeft ? order.Order.ShippingTax : 0, currency),
        };
    }

    public ReturnCase Case { get; }

    public LoadedOrder Order { get; }

    public IReadOnlyList<Refund> Refunds { get; }

    /// <summary>True when the shopper only asked to look again, and nothing was chosen.</summary>
    public bool IsAsked => Case.Lines.Exists(line => line.Resolution is null);

    /// <summary>True when money of it is on its way or has arrived.</summary>
    public bool HasMoved => Refunds.Any(refund => refund.IsOwed);

    /// <summary>Refunds that were called off, and whose place nothing has taken.</summary>
    public List<Refund> CalledOff => [.. Refunds.Where(refund => refund.State == RefundState.Canceled && !Refunds.Any(other => other.ReplacesId == refund.Id))];

    /// <summary>True when something of it comes back in a parcel.</summary>
    public bool SendsBack => Case.Lines.Exists(line => line.IsSentBack);

    /// <summary>True when something of it stays with the shopper.</summary>
    public bool Keeps => Case.Lines.Exists(line => line.Shipment is not ShipmentMethod.SendBack);

    /// <summary>The pieces that are meant when so many of a line are granted; fewer when fewer are free.</summary>
    public UnitSelection Free(CaseLine line, int quantity, Instant now) =>
        UnitSelection.For(_facts, new ReturnRequest(line.LineId, quantity, line.Reason), now);

    /// <summary>True when nothing of the line has left the shop.</summary>
    public bool IsUnsent(string lineId) => _facts.Lines
        .Single(line => string.Equals(line.Id, lineId, StringComparison.Ordinal)).Deliveries
        .All(delivery => delivery.ShippedAt is null && delivery.DeliveredAt is null);

    /// <summary>The plan of everything, whenever it is paid.</summary>
    public RefundPlan Plan() => Plan(Case.Lines, Case.IncludesShipping);

    /// <summary>The plan of what is paid at once, or null when there is nothing. Delivery goes with the last line that is paid.</summary>
    public RefundPlan? PlanNow()
    {
        var now = Case.Lines.FindAll(line => !line.IsSentBack);
        return now.Count == 0 ? null : Plan(now, Case.IncludesShipping && now.Count == Case.Lines.Count);
    }

    private RefundPlan Plan(List<CaseLine> lines, bool includeShipping) => RefundPlanner.Plan(
        _facts,
        lines.ConvertAll(Units),
        new RefundTerms(RefundTerms.Together(lines.SelectMany(Fees)), includeShipping) { First = [.. lines.SelectMany(StoredTerms.First).Distinct(StringComparer.Ordinal)] });

    private UnitSelection Units(CaseLine line) =>
        new(line.LineId, [.. Case.Units.Where(unit => string.Equals(unit.LineId, line.LineId, StringComparison.Ordinal)).Select(unit => unit.Unit).Order()]);

    // Per cent are of what was paid for the pieces that are granted, which may be fewer than were asked for.
    private IEnumerable<Fee> Fees(CaseLine line)
    {
        var paid = RefundPlanner.Paid(_facts, Units(line));
        return StoredTerms.Fees(line).Select(fee => fee.For(paid));
    }
}
