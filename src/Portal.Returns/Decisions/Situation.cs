using NodaTime;
using Portal.Returns.Policies;
using Portal.Returns.Refunds;
using Portal.Returns.Statutes;

namespace Portal.Returns.Decisions;

/// <summary>One line of an order, what is asked for it, as what, and when: everything that facts are read from.</summary>
internal sealed class Situation
{
    private readonly OrderMoment _moment;
    private readonly IReadOnlyList<int> _units;
    private readonly UnitDelivery[] _deliveries;

    public Situation(OrderMoment moment, LineFacts line, ReturnRequest request, RequestKind kind)
    {
        (_moment, Line, Request, Kind) = (moment, line, request, kind);
        _deliveries = moment.Deliveries(line);
        _units = UnitSelection.Choose(RefundPlanner.FreeUnits(moment.Order, line), request, _deliveries);
        Facts = new(moment.Order.Market, fact => fact.Read(this));
    }

    // The same pieces: what is known of them is known here too.
    private Situation(Situation other, ReturnRequest request, RequestKind kind)
    {
        (_moment, Line, Request, Kind) = (other._moment, other.Line, request, kind);
        (_deliveries, _units) = (other._deliveries, other._units);
        Facts = new(other.Order.Market, fact => fact.Read(this), other.Facts);
    }

    public OrderFacts Order => _moment.Order;

    public LineFacts Line { get; }

    public ReturnRequest Request { get; }

    public RequestKind Kind { get; }

    public Instant Now => _moment.Now;

    public FactLookup Facts { get; }

    public LocalDate Today => _moment.Today;

    public LocalDate PlacedOn => _moment.PlacedOn;

    /// <summary>Without a zone nothing can be decided; days are then UTC's.</summary>
    public bool HasZone => _moment.HasZone;

    /// <summary>Pieces that the request means: fewer than it asks for when fewer are free.</summary>
    public int Pieces => _units.Count;

    /// <summary>The days can be told, and all that is asked for is still there.</summary>
    public bool CanBeJudged => HasZone && Pieces >= Request.Quantity;

    /// <summary>All requested pieces are known to be delivered.</summary>
    public bool IsDelivered => All(static unit => unit.IsDelivered);

    /// <summary>All requested pieces have left the shop.</summary>
    public bool IsShipped => All(static unit => unit.IsShipped);

    /// <summary>None of the requested pieces has left the shop.</summary>
    public bool IsUnshipped => All(static unit => !unit.IsShipped);

    /// <summary>The day on which the last of the line's pieces left the shop; null while a requested piece is not known to have left.</summary>
    public LocalDate? LineShippedOn => All(static unit => unit.ShippedAt is not null) ? LastDay(static unit => unit.ShippedAt) : null;

    /// <summary>The day of the last delivery among the line's pieces; null while a requested piece is not known to be delivered.</summary>
    public LocalDate? LineDeliveredOn => IsDelivered ? LastDay(static unit => unit.DeliveredAt) : null;

    /// <summary>The day of the last delivery of the order; null while a piece is not known to be delivered, unless it was recovered.</summary>
    public LocalDate? OrderDeliveredOn => _moment.DeliveredOn;

    public Money AmountPaid => _moment.Amounts.PaidFor(Line.Id, _units);

    /// <summary>All discounts of the order.</summary>
    public Money OrderDiscount => _moment.Amounts.Discount;

    public Money OrderTotal => _moment.Amounts.Total;

    /// <summary>The law under which the buyer may withdraw, or null: businesses and a gift's recipients may not.</summary>
    public Statute? Statute => Order is { IsConsumer: true, IsGift: false } ? StatuteBook.For(Order.Market) : null;

    /// <summary>The law of the buyer's claims, or null: it is a consumer's, of a gift too.</summary>
    public ClaimStatute? ClaimStatute => Order.IsConsumer ? ClaimStatutes.For(Order.Market) : null;

    /// <summary>The same line, asked for as something else.</summary>
    public Situation As(RequestKind kind, Reason reason)
    {
        var request = reason == Request.Reason ? Request : Request with { Reason = reason };
        return request.IsForAbsentPieces == Request.IsForAbsentPieces ? new(this, request, kind) : new(_moment, Line, request, kind);
    }

    private bool All(Func<UnitDelivery, bool> holds)
    {
        for (var i = 0; i < _units.Count; i++)
        {
            if (!holds(_deliveries[_units[i] - 1]))
            {
                return false;
            }
        }

        return true;
    }

    private LocalDate? LastDay(Func<UnitDelivery, Instant?> when)
    {
        Instant? last = null;
        foreach (var unit in _deliveries)
        {
            if (when(unit) is { } at && !(last > at))
            {
                last = at;
            }
        }

        return last is { } found ? _moment.DayOf(found) : null;
    }
}
