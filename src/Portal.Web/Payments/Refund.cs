using System.Globalization;
using NodaTime;
using Portal.Returns.Refunds;

namespace Portal.Web.Payments;

/// <summary>A refund of one payment: stored before any provider hears of it. Its id makes the idempotency key.</summary>
public sealed class Refund
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public Guid OrderId { get; init; }

    public Guid PaymentId { get; init; }

    /// <summary>Who executes it: the payment's provider, or <see cref="ManualProvider"/> when a person pays.</summary>
    public required string Provider { get; init; }

    public RefundOrigin Origin { get; init; }

    /// <summary>The failed refund whose place it takes; unique, so that a refund is replaced once.</summary>
    public Guid? ReplacesId { get; init; }

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

    /// <summary>How many keys the provider has spent on server errors.</summary>
    public int KeyTurn { get; set; }

    /// <summary>The provider keeps a server error under the present key; it is left for a fresh one once the refund is known to be absent.</summary>
    public bool IsKeySpent { get; set; }

    /// <summary>The provider's own name for the refund; unique for a provider.</summary>
    public string? Reference { get; set; }

    /// <summary>What the shopper's bank can search for.</summary>
    public string? BankReference { get; set; }

    /// <summary>The day by which the shopper's bank should show it.</summary>
    public LocalDate? ArrivesBy { get; set; }

    /// <summary>Why it failed, or why it still waits.</summary>
    public RefundFault? Fault { get; set; }

    /// <summary>Since when a person should look: it has waited too long.</summary>
    public Instant? EscalatedAt { get; set; }

    /// <summary>Raised by every claim and change, so that a worker whose lease has ended cannot write.</summary>
    public int Version { get; set; }

    /// <summary>How long ago it was planned.</summary>
    public Duration AgeAt(Instant now) => now - CreatedAt;

    /// <summary>The idempotency key of the next try.</summary>
    public string Key => KeyTurn == 0 ? Id.ToString("N") : string.Create(CultureInfo.InvariantCulture, $"{Id:N}-{KeyTurn + 1}");
}

/// <summary>Who began a refund.</summary>
public enum RefundOrigin
{
    /// <summary>The portal planned it.</summary>
    Portal,

    /// <summary>Somebody made it at the provider; the portal took it in.</summary>
    Provider,
}
