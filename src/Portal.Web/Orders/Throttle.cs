using NodaTime;

namespace Portal.Web.Orders;

/// <summary>What was counted under one key in one window of time.</summary>
public sealed class Throttle
{
    /// <summary>Hash of an address, an order number or an e-mail address; never the thing itself.</summary>
    public required string Key { get; init; }

    public Instant WindowStart { get; set; }

    public int Failures { get; set; }
}
