namespace Portal.Web.Payments.Stripe;

/// <summary>The events that the portal listens to.</summary>
public static class StripeEventTypes
{
    public const string CheckoutPaid = "checkout.session.async_payment_succeeded";

    public const string CheckoutCompleted = "checkout.session.completed";

    public const string Disputes = "charge.dispute.";

    public const string ChargeRefunded = "charge.refunded";

    /// <summary>Ours, not Stripe's: a payment was stored. What was told of it before was told to nobody.</summary>
    public const string PaymentStored = "portal.payment.stored";

    // Older accounts still send the second one.
    private static readonly string[] Refunds = ["refund.", "charge.refund."];

    public static bool IsRefund(string type) => Refunds.Any(prefix => type.StartsWith(prefix, StringComparison.Ordinal));

    public static bool IsDispute(string type) => type.StartsWith(Disputes, StringComparison.Ordinal);

    public static bool IsCheckout(string type) => type is CheckoutCompleted or CheckoutPaid;

    /// <summary>False for what Stripe sends and nobody here needs.</summary>
    public static bool IsKnown(string type) => IsRefund(type) || IsDispute(type) || IsCheckout(type) || type is ChargeRefunded;
}
