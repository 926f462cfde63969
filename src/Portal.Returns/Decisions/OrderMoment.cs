using NodaTime;
using Portal.Returns.Refunds;

namespace Portal.Returns.Decisions;

/// <summary>An order at one instant: what all judgements of its lines share, each part worked out when it is first asked for.</summary>
/// <param name="order">The order.</param>
/// <param name="now">The instant.</param>
/// <param name="amounts">What was paid for each unit, where somebody else shares it.</param>
internal sealed class OrderMoment(OrderFacts order, Instant now, Lazy<OrderAmounts>? amounts = null)
{
    private readonly DateTimeZone? _zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(order.ZoneId);
    private readonly Lazy<OrderAmounts> _amounts = amounts ?? OrderAmounts.Lazily(order);
    private readonly UnitDelivery[]?[] _deliveries = new UnitDelivery[order.Lines.Count][];
    private LocalDate? _today;
    private LocalDate? _placedOn;
    private LocalDate? _deliveredOn;
    private bool _isDeliveryKnown;

    public OrderFacts Order => order;

    public Instant Now => now;

    /// <summary>Without a zone nothing can be decided; days are then UTC's.</summary>
    public bool HasZone => _zone is not null;

    public OrderAmounts Amounts => _amounts.Value;

    public LocalDate Today => _today ??= DayOf(now);

    public LocalDate PlacedOn => _placedOn ??= DayOf(order.PlacedAt);

    /// <summary>The day of the last delivery of the order; null while a piece is not known to be delivered, unless it was recovered.</summary>
    public LocalDate? DeliveredOn
    {
        get
        {
            if (!_isDeliveryKnown)
            {
                (_deliveredOn, _isDeliveryKnown) = (LastDelivery() is { } last ? DayOf(last) : null, true);
            }

            return _deliveredOn;
        }
    }

    public LocalDate DayOf(Instant instant) => instant.InZone(_zone ?? DateTimeZone.Utc).Date;

    /// <summary>Every unit of a line by its number less one.</summary>
    public UnitDelivery[] Deliveries(LineFacts line)
    {
        for (var i = 0; i < order.Lines.Count; i++)
        {
            if (ReferenceEquals(order.Lines[i], line))
            {
                return _deliveries[i] ??= UnitDelivery.Of(line, now);
            }
        }

        return UnitDelivery.Of(line, now);
    }

    private Instant? LastDelivery()
    {
        Instant? last = null;
        for (var i = 0; i < order.Lines.Count; i++)
        {
            var line = order.Lines[i];
            var deliveries = Deliveries(line);
            for (var unit = 1; unit <= deliveries.Length; unit++)
            {
                if (deliveries[unit - 1].DeliveredAt is { } delivered)
                {
                    last = last > delivered ? last : delivered;
                }
                else if (!RefundPlanner.IsRecovered(order, line.Id, unit))
                {
                    return null;
                }
            }
        }

        return last;
    }
}
