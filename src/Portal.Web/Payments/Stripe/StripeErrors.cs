using System.Net;
using Stripe;

namespace Portal.Web.Payments.Stripe;

/// <summary>Stripe's errors and the network's, in our words (https://docs.stripe.com/error-codes). The only place that knows them.</summary>
public static class StripeErrors
{
    private const string Replayed = "Idempotent-Replayed";

    /// <summary>What every known code means for a refund.</summary>
    private static readonly Dictionary<string, ProviderAnswer> ByCode = new(StringComparer.Ordinal)
    {
        ["charge_disputed"] = new ProviderAnswer.Failed(RefundFault.Disputed),
        ["refund_disputed_payment"] = new ProviderAnswer.Failed(RefundFault.Disputed),
        ["charge_already_refunded"] = new ProviderAnswer.Failed(RefundFault.NothingLeft),
        ["amount_too_large"] = new ProviderAnswer.Failed(RefundFault.NothingLeft),
        ["charge_not_refundable"] = new ProviderAnswer.Failed(RefundFault.TooOld),
        ["resource_missing"] = new ProviderAnswer.Failed(RefundFault.UnknownPayment),
        ["payment_intent_unexpected_state"] = new ProviderAnswer.Failed(RefundFault.UnknownPayment),
        ["balance_insufficient"] = new ProviderAnswer.Later(RefundFault.InsufficientBalance),
        ["insufficient_funds"] = new ProviderAnswer.Later(RefundFault.InsufficientBalance),
        ["lock_timeout"] = new ProviderAnswer.Later(RefundFault.Busy),
        ["rate_limit"] = new ProviderAnswer.Later(RefundFault.Busy),
        ["api_key_expired"] = new ProviderAnswer.Later(RefundFault.Misconfigured),
        ["platform_api_key_expired"] = new ProviderAnswer.Later(RefundFault.Misconfigured),
        ["secret_key_required"] = new ProviderAnswer.Later(RefundFault.Misconfigured),
        ["account_invalid"] = new ProviderAnswer.Later(RefundFault.Misconfigured),
        ["livemode_mismatch"] = new ProviderAnswer.Later(RefundFault.Misconfigured),
        ["testmode_charges_only"] = new ProviderAnswer.Later(RefundFault.Misconfigured),
        // The first try under this key is still at work.
        ["idempotency_key_in_use"] = new ProviderAnswer.Unknown(),
    };

    /// <summary>What a fault means for a refund that was asked for.</summary>
    public static ProviderAnswer Translate(Exception fault) => fault is StripeException { HttpStatusCode: >= HttpStatusCode.BadRequest } said ? Keep(Said(said), said) : new ProviderAnswer.Unknown();

    /// <summary>True when there is no object with this name, in this account and mode.</summary>
    public static bool IsMissing(Exception fault) => fault is StripeException { StripeError.Code: "resource_missing" } && !IsOfOtherMode((StripeException)fault);

    /// <summary>True for whatever Stripe or the network does; false for faults of ours.</summary>
    public static bool IsForeign(Exception fault, CancellationToken cancellation) => fault is StripeException or HttpRequestException or IOException
        || (fault is OperationCanceledException && !cancellation.IsCancellationRequested);

    private static ProviderAnswer Said(StripeException fault) => fault switch
    {
        _ when IsOfOtherMode(fault) => new ProviderAnswer.Later(RefundFault.Misconfigured),
        { StripeError.Code: { } code } when ByCode.TryGetValue(code, out var known) => known,
        { HttpStatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } => new ProviderAnswer.Later(RefundFault.Misconfigured),
        { HttpStatusCode: HttpStatusCode.TooManyRequests } => new ProviderAnswer.Later(RefundFault.Busy),
        // Somebody used our key with other parameters: whatever that was, only a look tells, and a fresh key helps.
        { StripeError.Type: "idempotency_error" } => new ProviderAnswer.Unknown(IsKeySpent: fault.HttpStatusCode != HttpStatusCode.Conflict),
        { HttpStatusCode: HttpStatusCode.Conflict or >= HttpStatusCode.InternalServerError } => new ProviderAnswer.Unknown(),
        { StripeError.Type: "card_error" } => new ProviderAnswer.Failed(RefundFault.Declined),
        // These two come without a code: more than is left, and an intent that nobody has paid.
        { StripeError: { Code: null, Param: "amount", Message: { } message } } when message.Contains("greater than", StringComparison.Ordinal) => new ProviderAnswer.Failed(RefundFault.NothingLeft),
        { StripeError: { Code: null, Param: "payment_intent" or "charge" } } => new ProviderAnswer.Failed(RefundFault.UnknownPayment),
        _ => new ProviderAnswer.Failed(RefundFault.Other),
    };

    // A first 500 may stand for a call that still runs: only an answer that Stripe marks as kept is certain to come again for ever, and to
    // have nothing behind it that is still to happen. A refusal for want of balance is an end of its own and kept as well.
    private static ProviderAnswer Keep(ProviderAnswer answer, StripeException fault)
    {
        var isKept = fault.StripeResponse?.Headers is { } headers && headers.TryGetValues(Replayed, out var values) && values.Contains("true", StringComparer.OrdinalIgnoreCase);
        return answer switch
        {
            ProviderAnswer.Unknown unknown => new ProviderAnswer.Unknown(unknown.IsKeySpent || isKept),
            ProviderAnswer.Later later => later with { IsKeySpent = isKept || later.Fault == RefundFault.InsufficientBalance },
            _ => answer,
        };
    }

    // "No such payment_intent: 'pi_1'; a similar object exists in live mode, but a test mode key was used to make this request."
    private static bool IsOfOtherMode(StripeException fault) =>
        fault.StripeError is { Code: "resource_missing", Message: { } message } && message.Contains("a similar object exists in", StringComparison.Ordinal);
}
