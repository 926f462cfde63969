using System.Net;
using Portal.Web.Payments;
using Portal.Web.Payments.Stripe;
using Stripe;

namespace Portal.Web.Tests.Payments.Stripe;

public sealed class StripeErrorsTests
{
    public static TheoryData<int, string?, ProviderAnswer> Codes => new()
    {
        { 400, "charge_disputed", new ProviderAnswer.Failed(RefundFault.Disputed) },
        { 400, "refund_disputed_payment", new ProviderAnswer.Failed(RefundFault.Disputed) },
        { 400, "charge_already_refunded", new ProviderAnswer.Failed(RefundFault.NothingLeft) },
        { 400, "amount_too_large", new ProviderAnswer.Failed(RefundFault.NothingLeft) },
        { 400, "charge_not_refundable", new ProviderAnswer.Failed(RefundFault.TooOld) },
        { 404, "resource_missing", new ProviderAnswer.Failed(RefundFault.UnknownPayment) },
        { 400, "payment_intent_unexpected_state", new ProviderAnswer.Failed(RefundFault.UnknownPayment) },
        { 400, "balance_insufficient", new ProviderAnswer.Later(RefundFault.InsufficientBalance, IsKeySpent: true) },
        { 400, "insufficient_funds", new ProviderAnswer.Later(RefundFault.InsufficientBalance, IsKeySpent: true) },
        { 409, "lock_timeout", new ProviderAnswer.Later(RefundFault.Busy) },
        { 429, "lock_timeout", new ProviderAnswer.Later(RefundFault.Busy) },
        { 429, "rate_limit", new ProviderAnswer.Later(RefundFault.Busy) },
        { 429, null, new ProviderAnswer.Later(RefundFault.Busy) },
        { 401, null, new ProviderAnswer.Later(RefundFault.Misconfigured) },
        { 403, null, new ProviderAnswer.Later(RefundFault.Misconfigured) },
        { 401, "api_key_expired", new ProviderAnswer.Later(RefundFault.Misconfigured) },
        { 401, "platform_api_key_expired", new ProviderAnswer.Later(RefundFault.Misconfigured) },
        { 403, "secret_key_required", new ProviderAnswer.Later(RefundFault.Misconfigured) },
        { 403, "account_invalid", new ProviderAnswer.Later(RefundFault.Misconfigured) },
        { 400, "livemode_mismatch", new ProviderAnswer.Later(RefundFault.Misconfigured) },
        { 400, "testmode_charges_only", new ProviderAnswer.Later(RefundFault.Misconfigured) },
        { 409, "idempotency_key_in_use", new ProviderAnswer.Unknown() },
        { 409, null, new ProviderAnswer.Unknown() },
        { 500, null, new ProviderAnswer.Unknown() },
        { 502, null, new ProviderAnswer.Unknown() },
        { 503, null, new ProviderAnswer.Unknown() },
        { 504, null, new ProviderAnswer.Unknown() },
        { 400, "a_code_of_tomorrow", new ProviderAnswer.Failed(RefundFault.Other) },
        { 400, null, new ProviderAnswer.Failed(RefundFault.Other) },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void Translate_Code_IsWhatItMeansForTheRefund(int status, string? code, ProviderAnswer expected) =>
        Assert.Equal(expected, StripeErrors.Translate(Fault(status, new StripeError { Code = code, Type = "invalid_request_error" })));

    // These have no code of their own.
    public static TheoryData<int, string, string?, string, ProviderAnswer> Codeless => new()
    {
        { 400, "invalid_request_error", "amount", "Refund amount ($20.00) is greater than unrefunded amount on charge ($10.00)", new ProviderAnswer.Failed(RefundFault.NothingLeft) },
        { 400, "invalid_request_error", "payment_intent", "This PaymentIntent (pi_1) does not have a successful charge to refund.", new ProviderAnswer.Failed(RefundFault.UnknownPayment) },
        { 400, "idempotency_error", null, "Keys for idempotent requests can only be used with the same parameters they were first used with.", new ProviderAnswer.Unknown(IsKeySpent: true) },
        { 402, "card_error", null, "Your card was declined.", new ProviderAnswer.Failed(RefundFault.Declined) },
    };

    [Theory]
    [MemberData(nameof(Codeless))]
    public void Translate_WithoutCode_IsKnownByWhatItSays(int status, string type, string? param, string message, ProviderAnswer expected) =>
        Assert.Equal(expected, StripeErrors.Translate(Fault(status, new StripeError { Type = type, Param = param, Message = message })));

    // A test key that is asked for a live payment: the payment is there, the key is wrong.
    [Fact]
    public void Translate_PaymentOfTheOtherMode_IsOurSetUp()
    {
        var fault = Fault(404, new StripeError { Code = "resource_missing", Message = "No such payment_intent: 'pi_1'; a similar object exists in live mode, but a test mode key was used to make this request." });
        Assert.Equal(new ProviderAnswer.Later(RefundFault.Misconfigured), StripeErrors.Translate(fault));
        Assert.False(StripeErrors.IsMissing(fault));
    }

    [Fact]
    public void Translate_AnswerThatStripeKeeps_SpendsTheKey()
    {
        Assert.Equal(new ProviderAnswer.Unknown(IsKeySpent: true), StripeErrors.Translate(Fault(500, new StripeError { Type = "api_error" }, isReplayed: true)));
        Assert.Equal(new ProviderAnswer.Later(RefundFault.Busy, IsKeySpent: true), StripeErrors.Translate(Fault(409, new StripeError { Code = "lock_timeout" }, isReplayed: true)));
    }

    public static TheoryData<Exception> NetworkFaults => [new HttpRequestException("reset"), new TaskCanceledException("timed out"), new IOException("reset"), new StripeException("no JSON")];

    [Theory]
    [MemberData(nameof(NetworkFaults))]
    public void Translate_FaultOfTheNetwork_IsUnknown(Exception fault)
    {
        Assert.True(StripeErrors.IsForeign(fault, CancellationToken.None));
        Assert.Equal(new ProviderAnswer.Unknown(), StripeErrors.Translate(fault));
    }

    [Fact]
    public void IsForeign_OurOwnWishToStop_IsNot() => Assert.False(StripeErrors.IsForeign(new OperationCanceledException(), new CancellationToken(canceled: true)));

    private static StripeException Fault(int status, StripeError error, bool isReplayed = false)
    {
        using var answer = new HttpResponseMessage((HttpStatusCode)status);
        if (isReplayed)
        {
            answer.Headers.Add("Idempotent-Replayed", "true");
        }

        return new StripeException((HttpStatusCode)status, error, error.Message) { StripeResponse = new StripeResponse((HttpStatusCode)status, answer.Headers, "{}") };
    }
}
