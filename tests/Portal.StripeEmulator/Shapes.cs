using System.Text.Json.Nodes;

namespace Portal.StripeEmulator;

/// <summary>Objects in Stripe's JSON. Only what the API always sends and what is read by somebody; unknown fields are absent.</summary>
internal static class Shapes
{
    public static JsonObject Intent(EmulatedPayment payment, bool withCharge = false) => new()
    {
        ["id"] = payment.Intent,
        ["object"] = "payment_intent",
        ["amount"] = payment.Amount,
        ["amount_received"] = payment.Charge is null ? 0 : payment.Amount,
        ["created"] = payment.Created,
        ["currency"] = payment.Currency,
        ["latest_charge"] = payment.Charge is null ? null : withCharge ? Charge(payment) : payment.Charge,
        ["livemode"] = false,
        ["metadata"] = Of(payment.Metadata),
        ["status"] = payment.Charge is null ? "requires_payment_method" : "succeeded",
    };

    public static JsonObject Charge(EmulatedPayment payment) => new()
    {
        ["id"] = payment.Charge,
        ["object"] = "charge",
        ["amount"] = payment.Amount,
        ["amount_captured"] = payment.Amount,
        ["amount_refunded"] = payment.Refunded,
        ["captured"] = true,
        ["created"] = payment.Created,
        ["currency"] = payment.Currency,
        ["disputed"] = payment.Disputes.Count > 0,
        ["livemode"] = false,
        ["metadata"] = Of(payment.Metadata),
        ["paid"] = true,
        ["payment_intent"] = payment.Intent,
        ["payment_method_details"] = Details(payment),
        ["refunded"] = payment.Refunded == payment.Amount,
        ["status"] = "succeeded",
    };

    public static JsonObject Refund(EmulatedRefund refund) => new()
    {
        ["id"] = refund.Id,
        ["object"] = "refund",
        ["amount"] = refund.Amount,
        ["charge"] = refund.Charge,
        ["created"] = refund.Created,
        ["currency"] = refund.Currency,
        ["destination_details"] = new JsonObject
        {
            ["type"] = "card",
            ["card"] = new JsonObject
            {
                ["reference"] = refund.BankReference,
                ["reference_status"] = refund.BankReference is null ? "pending" : "available",
                ["reference_type"] = "acquirer_reference_number",
                ["type"] = "refund",
            },
        },
        ["failure_reason"] = refund.FailureReason,
        ["metadata"] = Of(refund.Metadata),
        ["payment_intent"] = refund.Intent,
        ["pending_reason"] = refund.PendingReason,
        ["reason"] = null,
        ["status"] = refund.Status,
    };

    public static JsonObject Dispute(EmulatedDispute dispute) => new()
    {
        ["id"] = dispute.Id,
        ["object"] = "dispute",
        ["amount"] = dispute.Payment.Amount,
        ["charge"] = dispute.Payment.Charge,
        ["created"] = dispute.Created,
        ["currency"] = dispute.Payment.Currency,
        ["is_charge_refundable"] = dispute.IsChargeRefundable,
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["payment_intent"] = dispute.Payment.Intent,
        ["reason"] = "fraudulent",
        ["status"] = dispute.Status,
    };

    public static JsonObject Session(EmulatedSession session, IReadOnlySet<string>? expand = null)
    {
        var plan = session.Plan;
        var withIntent = expand is not null && expand.Any(path => path.StartsWith("payment_intent", StringComparison.Ordinal));
        return new JsonObject
        {
            ["id"] = session.Id,
            ["object"] = "checkout.session",
            ["amount_subtotal"] = plan.Lines.Sum(line => line.Quantity * line.UnitAmount),
            ["amount_total"] = session.Payment.Amount,
            ["client_reference_id"] = plan.ClientReference,
            ["collected_information"] = plan.ShippingCountry is null
                ? null
                : new JsonObject { ["shipping_details"] = new JsonObject { ["name"] = "Ada Fischer", ["address"] = Address(plan.ShippingCountry, plan.ShippingPostcode) } },
            ["created"] = session.Created,
            ["currency"] = plan.Currency,
            ["customer_details"] = new JsonObject { ["email"] = plan.Email, ["name"] = "Ada Fischer", ["address"] = Address(plan.BillingCountry, plan.BillingPostcode) },
            ["livemode"] = false,
            ["locale"] = plan.Locale,
            ["metadata"] = Of(plan.Metadata),
            ["mode"] = plan.Mode,
            ["payment_intent"] = plan.Mode != "payment" || session.IsFree ? null : withIntent ? Intent(session.Payment, expand!.Contains("payment_intent.latest_charge")) : session.Payment.Intent,
            ["payment_status"] = session.PaymentStatus,
            ["shipping_cost"] = new JsonObject
            {
                ["amount_subtotal"] = plan.Shipping,
                ["amount_tax"] = plan.ShippingTax,
                ["amount_total"] = plan.Shipping + (plan.TaxIncluded ? 0 : plan.ShippingTax),
            },
            ["status"] = session.Status,
        };
    }

    public static JsonObject Line(EmulatedSession session, int index, bool withProduct)
    {
        var line = session.Plan.Lines[index];
        var product = $"prod_{session.Id[^8..]}{index}";
        var subtotal = line.Quantity * line.UnitAmount;
        return new JsonObject
        {
            ["id"] = $"li_{session.Id[^8..]}{index}",
            ["object"] = "item",
            ["amount_discount"] = line.Discount,
            ["amount_subtotal"] = subtotal,
            ["amount_tax"] = line.Tax,
            ["amount_total"] = subtotal - line.Discount + (session.Plan.TaxIncluded ? 0 : line.Tax),
            ["currency"] = session.Plan.Currency,
            ["description"] = line.Name,
            ["price"] = new JsonObject
            {
                ["id"] = $"price_{session.Id[^8..]}{index}",
                ["object"] = "price",
                ["currency"] = session.Plan.Currency,
                ["unit_amount"] = line.UnitAmount,
                ["product"] = withProduct
                    ? new JsonObject { ["id"] = product, ["object"] = "product", ["name"] = line.Name, ["metadata"] = Of(line.Metadata ?? new Dictionary<string, string>()) }
                    : product,
            },
            ["quantity"] = line.Quantity,
        };
    }

    public static JsonObject Event(EmulatedEvent happened) => new()
    {
        ["id"] = happened.Id,
        ["object"] = "event",
        // Older than any library: who reads events must not depend on the version they were made with.
        ["api_version"] = "2024-06-20",
        ["created"] = happened.Created,
        ["data"] = new JsonObject { ["object"] = happened.Object.DeepClone() },
        ["livemode"] = false,
        ["pending_webhooks"] = 1,
        ["type"] = happened.Type,
    };

    private static JsonObject Details(EmulatedPayment payment) => new()
    {
        ["type"] = payment.Means,
        [payment.Means] = payment.Means == "card"
            ? new JsonObject { ["brand"] = payment.Brand, ["last4"] = payment.Last4, ["funding"] = "credit" }
            : new JsonObject { ["last4"] = payment.Last4 },
    };

    private static JsonObject Address(string? country, string? postcode) => new() { ["country"] = country, ["postal_code"] = postcode };

    private static JsonObject Of(IReadOnlyDictionary<string, string> metadata) => new(metadata.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}
