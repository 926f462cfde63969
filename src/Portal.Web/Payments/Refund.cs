using NodaTime;
using Portal.Returns.Refunds;

namespace Portal.Web.Payments;

/// <summary>A refund of one payment: stored before any provider hears of it. Its id is the idempotency key.</summary>
public sealed class Refund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public Guid OrderId { get; init; }

    public Guid PaymentId { get; init; }

    /// <summary>Minor units of the order's currency, positive.</summary>
    public long Amount { get; init; }

    public RefundState State { get; set; }

    /// <summary>True while the amount is on its way back or has arrived, so that nobody plans to pay it again.</summary>
    public bool IsOwed => State is not (RefundState.Failed or RefundState.Canceled);

    public Instant CreatedAt { get; init; }

    /// <summary>When the worker may touch it next.</summary>
    public Instant NextAt { get; set; }

    /// <summary>Until when a worker holds it; null when none does.</summary>
    public Instant? LeaseUntil { get; set; }

    /// <summary>When the provider was first asked.</summary>
    public Instant? SentAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>The provider's own name for the refund.</summary>
    public string? Reference { get; set; }

    /// <summary>The day by which the shopper's bank should show it.</summary>
    public LocalDate? ArrivesBy { get; set; }
}
