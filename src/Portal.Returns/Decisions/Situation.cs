using NodaTime;
using Portal.Returns.Policies;
using Portal.Returns.Refunds;
using Portal.Returns.Statutes;

namespace Portal.Returns.Decisions;

/// <summary>One line of an order, what is asked for it, as what, and when: everything that facts are read from.</summary>
internal sealed class Situation
{
    private readonly DateTimeZone _zone;
    private readonly Lazy<OrderAmounts> _amounts;
    private readonly IReadOnlyList<int> _units;
    private readonly UnitDelivery[] _deliveries;

    public Situation(OrderFacts order, LineFacts line, ReturnRequest request, RequestKind kind, Instant now, DateTimeZone zone, Lazy<OrderAmounts>? amounts = null)
    {
        (Order, Line, Request, Kind, Now, _zone) = (order, line, request, kind, now, zone);
        _amounts = amounts ?? new(() => OrderAmounts.Of(order));
        _units = UnitSelection.For(order, request, now).Units;
        _deliveries = UnitDelivery.Of(line, now);
        Facts = new(order.Market, fact => fact.Read(this));
    }

    public OrderFacts Order { get; }

    public LineFacts Line { get; }

    public ReturnRequest Request { get; }

    public RequestKind Kind { get; }

    public Instant Now { get; }

    public FactLookup Facts { get; }

    public LocalDate Today => DayOf(Now);

    public LocalDate PlacedOn => DayOf(Order.PlacedAt);

    /// <summary>All requested pieces are known to be delivered.</summary>
    public bool IsDelivered => _units.All(unit => _deliveries[unit - 1].IsDelivered);

    /// <summary>All requested pieces have left the shop.</summary>
    public bool IsShipped => _units.All(unit => _deliveries[unit - 1].IsShipped);

    /// <summary>None of the requested pieces has left the shop.</summary>
    public bool IsUnshipped => !_units.Any(unit => _deliveries[unit - 1].IsShipped);

    /// <summary>The day on which the last of the line's pieces left the shop; null while a requested piece is not known to have left.</summary>
    public LocalDate? LineShippedOn => _units.All(unit => _deliveries[unit - 1].ShippedAt is not null) && _deliveries.Max(delivery => delivery.ShippedAt) is { } last ? DayOf(last) : null;

    /// <summary>The day of the last delivery among the line's pieces; null while a requested piece is not known to be delivered.</summary>
    public LocalDate? LineDeliveredOn => IsDelivered ? LastDay(_deliveries) : null;

    /// <summary>The day of the last delivery of the order; null while a piece is not known to be delivered, unless it was recovered.</summary>
    public LocalDate? OrderDeliveredOn
    {
        get
        {
            var open = Order.Lines.SelectMany(line =>
            {
                var deliveries = UnitDelivery.Of(line, Now);
                return RefundPlanner.FreeUnits(Order, line.Id).Select(unit => deliveries[unit - 1]);
            });
            return open.All(unit => unit.IsDelivered) ? LastDay(Order.Lines.SelectMany(line => UnitDelivery.Of(line, Now))) : null;
        }
    }

    public Money AmountPaid => _units.Aggregate(Money.Zero(Order.Currency), (sum, unit) => sum + _amounts.Value[Line.Id][unit - 1].Total);

    /// <summary>All discounts of the order.</summary>
    public Money OrderDiscount =>
        Order.Lines.SelectMany(line => _amounts.Value[line.Id]).Aggregate(Money.Zero(Order.Currency), (sum, unit) => sum + unit.Discount);

    public Money OrderTotal =>
        Order.Lines.SelectMany(line => _amounts.Value[line.Id]).Aggregate(_amounts.Value.Shipping, (sum, unit) => sum + unit.Total);

    /// <summary>The law under which the buyer may withdraw, or null: businesses and a gift's recipients may not.</summary>
    public Statute? Statute => Order is { IsConsumer: true, IsGift: false } ? StatuteBook.For(Order.Market) : null;

    /// <summary>The law of the buyer's claims, or null: it is a consumer's, of a gift too.</summary>
    public ClaimStatute? ClaimStatute => Order.IsConsumer ? ClaimStatutes.For(Order.Market) : null;

    /// <summary>The same line, asked for as something else.</summary>
    public Situation As(RequestKind kind, Reason reason) => new(Order, Line, Request with { Reason = reason }, kind, Now, _zone, _amounts);

    private LocalDate DayOf(Instant instant) => instant.InZone(_zone).Date;

    private LocalDate? LastDay(IEnumerable<UnitDelivery> deliveries) =>
        deliveries.Max(delivery => delivery.DeliveredAt) is { } last ? DayOf(last) : null;
}
