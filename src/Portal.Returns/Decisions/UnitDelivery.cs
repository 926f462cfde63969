using NodaTime;

namespace Portal.Returns.Decisions;

/// <summary>How far one unit has travelled.</summary>
/// <param name="IsShipped">It left the shop.</param>
/// <param name="ShippedAt">When it left; null before, or when nobody knows.</param>
/// <param name="DeliveredAt">When it arrived; null while it is on its way or when nobody knows.</param>
internal readonly record struct UnitDelivery(bool IsShipped, Instant? ShippedAt, Instant? DeliveredAt)
{
    public bool IsDelivered => DeliveredAt is not null;

    /// <summary>Every unit of a line by its number less one: the deliveries in the order in which the order source gives them.</summary>
    public static UnitDelivery[] Of(LineFacts line, Instant now)
    {
        var units = new UnitDelivery[line.Quantity];
        var next = 0;
        for (var parcel = 0; parcel < line.Deliveries.Count; parcel++)
        {
            var delivery = line.Deliveries[parcel];
            var delivered = delivery.DeliveredAt <= now ? delivery.DeliveredAt : null;
            var shipped = delivered is not null || delivery.ShippedAt is not null;
            for (var i = 0; i < delivery.Quantity && next < units.Length; i++)
            {
                units[next++] = new UnitDelivery(shipped, delivery.ShippedAt <= now ? delivery.ShippedAt : null, delivered);
            }
        }

        return units;
    }
}
