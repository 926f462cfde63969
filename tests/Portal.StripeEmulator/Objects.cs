using System.Text.Json.Nodes;

namespace Portal.StripeEmulator;

/// <summary>A payment intent with the charge that took the money. Amounts are Stripe's minor units.</summary>
public sealed class EmulatedPayment
{
    public required string Intent { get; init; }

    /// <summary>Null while nobody has paid.</summary>
    public string? Charge { get; set; }

    public long Amount { get; init; }

    /// <summary>ISO 4217 in small letters.</summary>
    public required string Currency { get; init; }

    public long Created { get; init; }

    /// <summary>The kind of means: <c>card</c>, <c>sepa_debit</c>, <c>paypal</c>.</summary>
    public string Means { get; init; } = "card";

    public string Brand { get; init; } = "visa";

    public string Last4 { get; init; } = "4242";

    public Dictionary<string, string> Metadata { get; init; } = [];

    internal List<EmulatedRefund> Refunds { get; } = [];

    internal List<EmulatedDispute> Disputes { get; } = [];

    /// <summary>What has gone back or is on its way.</summary>
    public long Refunded => Refunds.Where(refund => refund.Counts).Sum(refund => refund.Amount);
}

/// <summary>A refund that really exists.</summary>
public sealed class EmulatedRefund
{
    public required string Id { get; init; }

    public required string Intent { get; init; }

    public required string Charge { get; init; }

    public long Amount { get; init; }

    public required string Currency { get; init; }

    public long Created { get; init; }

    public string Status { get; internal set; } = "succeeded";

    public string? PendingReason { get; internal set; }

    public string? FailureReason { get; internal set; }

    /// <summary>What a bank can search for; null until it is there.</summary>
    public string? BankReference { get; internal set; }

    public Dictionary<string, string> Metadata { get; init; } = [];

    internal Queue<Action> Later { get; } = new();

    internal bool Counts => Status is not ("failed" or "canceled");
}

/// <summary>A dispute of a charge.</summary>
public sealed class EmulatedDispute
{
    public required string Id { get; init; }

    internal EmulatedPayment Payment { get; init; } = null!;

    public long Created { get; init; }

    public string Status { get; internal set; } = "needs_response";

    public bool IsChargeRefundable { get; internal set; }

    internal bool Blocks => !IsChargeRefundable && Status is not ("won" or "warning_closed");
}

/// <summary>A line of a Checkout session; amounts are Stripe's minor units for the whole line.</summary>
/// <param name="Name">The product's name.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="UnitAmount">Price of one piece.</param>
/// <param name="Discount">Discount on the whole line.</param>
/// <param name="Tax">Tax of the whole line.</param>
/// <param name="Metadata">The product's metadata.</param>
public sealed record SessionLine(string Name, int Quantity, long UnitAmount, long Discount = 0, long Tax = 0, IReadOnlyDictionary<string, string>? Metadata = null);

/// <summary>A Checkout session to make.</summary>
public sealed record SessionPlan
{
    public string Currency { get; init; } = "eur";

    public IReadOnlyList<SessionLine> Lines { get; init; } = [];

    public long Shipping { get; init; }

    public long ShippingTax { get; init; }

    /// <summary>True when prices contain the tax, false when it comes on top.</summary>
    public bool TaxIncluded { get; init; } = true;

    public string? Email { get; init; } = "ada.fischer@example.com";

    /// <summary>ISO 3166-1 alpha-2 of the delivery address; null when none was asked for.</summary>
    public string? ShippingCountry { get; init; } = "DE";

    public string? ShippingPostcode { get; init; } = "10115";

    public string? BillingCountry { get; init; } = "DE";

    public string? BillingPostcode { get; init; } = "10115";

    public string? Locale { get; init; }

    public string? ClientReference { get; init; }

    public string Means { get; init; } = "card";

    public string Mode { get; init; } = "payment";

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}

internal sealed class EmulatedSession
{
    public required string Id { get; init; }

    public required SessionPlan Plan { get; init; }

    public required EmulatedPayment Payment { get; init; }

    public long Created { get; init; }

    public string Status { get; set; } = "open";

    public string PaymentStatus { get; set; } = "unpaid";

    /// <summary>A coupon has taken all of it: Stripe makes no intent then.</summary>
    public bool IsFree => Payment.Amount == 0;
}

internal sealed record EmulatedEvent(string Id, string Type, long Created, JsonObject Object);
