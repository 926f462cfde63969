using NodaTime;

namespace Portal.Web.Orders;

/// <summary>How many look-ups failed under one key in one window of time.</summary>
public sealed class Throttle
{
    /// <summary>Hash of an address or an order number; never the thing itself.</summary>
    public required string Key { get; init; }

    public Instant WindowStart { get; set; }

    public int Failures { get; set; }
}
