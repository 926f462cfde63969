using NodaTime;

namespace Portal.Web.Cases;

/// <summary>A withdrawal from a contract as the consumer declared it (Directive 2011/83, article 11a).</summary>
public sealed class Withdrawal
{
    /// <summary>Given out with the first step, so that a second confirmation finds the first.</summary>
    public Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The contract as the consumer named it: an order number or words.</summary>
    public required string Contract { get; init; }

    public required string Email { get; init; }

    public required string Locale { get; init; }

    public Instant ReceivedAt { get; init; }

    /// <summary>The order it names, when number and e-mail fit one; null otherwise.</summary>
    public Guid? OrderId { get; init; }

    /// <summary>The last day on which the law lets the shop refund, in the zone of the order's market; without an order the earliest of all markets. Null where no law sets one.</summary>
    public LocalDate? RefundDueOn { get; init; }

    /// <summary>When somebody in the shop had seen to it; null while it waits.</summary>
    public Instant? HandledAt { get; set; }
}
