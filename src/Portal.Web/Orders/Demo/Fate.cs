namespace Portal.Web.Orders.Demo;

/// <summary>How far a purchase's parcels have come.</summary>
internal enum Fate
{
    /// <summary>All delivered in the last 30 days.</summary>
    JustDelivered,

    /// <summary>All delivered 31 to 99 days ago.</summary>
    Delivered,

    /// <summary>All delivered 100 to 500 days ago.</summary>
    LongAgo,

    /// <summary>Some pieces delivered, the others on their way or not shipped yet.</summary>
    PartlyDelivered,

    NotShipped,

    OnItsWay,

    /// <summary>Expected days ago, not delivered.</summary>
    Late,

    /// <summary>Shipped without tracking weeks ago; nobody knows.</summary>
    Unknown,
}
