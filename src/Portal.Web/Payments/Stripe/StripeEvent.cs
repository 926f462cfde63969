using NodaTime;
using Portal.Web.Orders;

namespace Portal.Web.Payments.Stripe;

/// <summary>An event that Stripe has announced: stored before it is applied. Only names are kept, nothing personal: what has happened is read from Stripe when its turn comes.</summary>
public sealed class StripeEvent
{
    /// <summary>The longest name that is stored, in characters.</summary>
    public const int MaxLength = 255;

    /// <summary>Stripe's id of the event, by which one that comes again is known.</summary>
    public required string Id { get; init; }

    /// <summary>Such as <c>refund.updated</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Stripe's id of what it is about.</summary>
    public required string ObjectId { get; init; }

    public Instant ReceivedAt { get; init; }

    /// <summary>When it may be worked on next.</summary>
    public Instant NextAt { get; set; }

    /// <summary>Until when a worker holds it; null when none does.</summary>
    public Instant? LeaseUntil { get; set; }

    /// <summary>Null while it waits.</summary>
    public Instant? AppliedAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>What is to be read anew once a payment of Stripe's is stored: refunds and disputes that came before it.</summary>
    public static StripeEvent OfStored(Payment payment, Instant at)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return new StripeEvent { Id = $"portal_{payment.Id:N}", Type = StripeEventTypes.PaymentStored, ObjectId = payment.Reference, ReceivedAt = at, NextAt = at };
    }
}
