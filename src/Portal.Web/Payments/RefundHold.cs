using NodaTime;

namespace Portal.Web.Payments;

/// <summary>
/// A mark in a database that was put back from a copy: nothing is sent until our books have been compared with the providers',
/// for the copy does not know what was paid after it was made. One row at most; <c>refunds reconcile</c> takes it away.
/// </summary>
public sealed class RefundHold
{
    /// <summary>The key of the only row.</summary>
    public const int TheOnly = 1;

    public int Id { get; init; } = TheOnly;

    /// <summary>The last thing the copy knows of: whatever was paid later may be missing.</summary>
    public Instant KnownUntil { get; init; }
}
