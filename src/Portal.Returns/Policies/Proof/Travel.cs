namespace Portal.Returns.Policies.Proof;

/// <summary>How far the requested pieces have travelled, and what is known of it; the most ordinary first.</summary>
internal enum Travel
{
    /// <summary>Delivered; both days are known.</summary>
    Delivered,

    /// <summary>On their way; known since when.</summary>
    Shipped,

    /// <summary>One of them or all are still in the shop.</summary>
    Unshipped,

    /// <summary>Delivered; the day on which they left is not known.</summary>
    Arrived,

    /// <summary>One was delivered without a word of when it left, another is on its way: neither day is known for them all.</summary>
    Halfway,
}
