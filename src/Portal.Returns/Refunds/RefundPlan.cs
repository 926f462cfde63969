namespace Portal.Returns.Refunds;

/// <summary>Who gets which amount back from which payment: computed, not yet executed.</summary>
public sealed record RefundPlan
{
    /// <summary>What makes up the amount, in the order a person reads it; discounts, fees and what is taken in exchange are negative.</summary>
    public required IReadOnlyList<PlanItem> Items { get; init; }

    /// <summary>The sum of all items, not negative.</summary>
    public required Money Total { get; init; }

    /// <summary>The part that becomes store credit: bonus and goodwill always, the rest when the shopper chose so. Not negative.</summary>
    public required Money Credit { get; init; }

    /// <summary>The parts by payment; with <see cref="Credit"/> and <see cref="Unassigned"/> they sum to <see cref="Total"/>.</summary>
    public required IReadOnlyList<PaymentShare> Shares { get; init; }

    /// <summary>What goes back to payments: all that is no credit, as far as they can carry it.</summary>
    public Money Payable => Total - Credit - Unassigned;

    /// <summary>What no payment can carry, normally zero: more than remains of them, or less than their smallest step. A person pays it.</summary>
    public Money Unassigned => Shares.Aggregate(Total - Credit, (left, share) => left - share.Amount);

    /// <summary>SHA-256 over the canonical form, lower-case hex: what the shopper confirmed is what is paid.</summary>
    public required string Hash { get; init; }
}

/// <summary>What a plan's item pays for.</summary>
public enum PlanItemKind
{
    /// <summary>Pieces of one line at their undiscounted price.</summary>
    Goods,

    /// <summary>The share of discounts on these pieces; negative.</summary>
    Discount,

    /// <summary>Tax that came on top of prices.</summary>
    Tax,

    /// <summary>What makes an amount payable in the payments' smallest step; signed, and zero over a whole order.</summary>
    Rounding,

    Shipping,

    /// <summary>What the shopper takes instead, at its price; negative.</summary>
    Exchange,

    /// <summary>A fee; negative.</summary>
    Fee,

    /// <summary>What the shop adds to store credit.</summary>
    Bonus,

    /// <summary>What the shop adds of its own will, as store credit.</summary>
    Goodwill,
}

/// <param name="Kind">What it is.</param>
/// <param name="LineId">The line it belongs to, or null for what is on the whole.</param>
/// <param name="Quantity">Pieces, 0 where pieces make no sense.</param>
/// <param name="Amount">Signed: discounts, fees and what is taken in exchange are negative.</param>
/// <param name="MessageKey">For a fee: the key of its name; else null.</param>
public sealed record PlanItem(PlanItemKind Kind, string? LineId, int Quantity, Money Amount, string? MessageKey = null);

/// <param name="PaymentId">The payment that is refunded.</param>
/// <param name="Amount">Positive.</param>
public sealed record PaymentShare(string PaymentId, Money Amount);
