using NodaTime;
using Portal.Web.Payments;
using Portal.Web.Payments.Stripe;
using StripeRefund = Stripe.Refund;

namespace Portal.Web.Tests.Payments.Stripe;

public sealed class StripeAnswersTests
{
    [Theory]
    [InlineData("lost_or_stolen_card", RefundFault.CardGone)]
    [InlineData("expired_or_canceled_card", RefundFault.CardGone)]
    [InlineData("charge_for_pending_refund_disputed", RefundFault.Disputed)]
    [InlineData("insufficient_funds", RefundFault.InsufficientBalance)]
    [InlineData("declined", RefundFault.Declined)]
    [InlineData("unknown", RefundFault.Declined)]
    [InlineData(null, RefundFault.Declined)]
    [InlineData("merchant_request", RefundFault.Other)]
    [InlineData("a_reason_of_tomorrow", RefundFault.Other)]
    public void Of_Failed_SaysWhy(string? reason, RefundFault expected) =>
        Assert.Equal(new ProviderAnswer.Failed(expected, "re_1"), StripeAnswers.Of(new StripeRefund { Id = "re_1", Status = "failed", FailureReason = reason }));

    [Fact]
    public void Of_Status_IsOneOfOurs()
    {
        Assert.Equal(new ProviderAnswer.Pending("re_1"), StripeAnswers.Of(new StripeRefund { Id = "re_1", Status = "pending" }));
        Assert.Equal(new ProviderAnswer.RequiresAction("re_1"), StripeAnswers.Of(new StripeRefund { Id = "re_1", Status = "requires_action" }));
        Assert.Equal(new ProviderAnswer.Canceled("re_1"), StripeAnswers.Of(new StripeRefund { Id = "re_1", Status = "canceled" }));
        Assert.Equal(new ProviderAnswer.Pending("re_1"), StripeAnswers.Of(new StripeRefund { Id = "re_1", Status = "a_status_of_tomorrow" }));
    }

    // 5 to 10 business days: https://docs.stripe.com/refunds
    [Theory]
    [InlineData("2026-11-18", "2026-12-02")]
    [InlineData("2026-11-20", "2026-12-04")]
    [InlineData("2026-11-21", "2026-12-04")]
    [InlineData("2026-11-22", "2026-12-04")]
    [InlineData("2026-11-23", "2026-12-07")]
    public void ArrivesBy_IsTenBusinessDaysOn(string from, string expected) =>
        Assert.Equal(expected, StripeAnswers.ArrivesBy(LocalDate.FromDateOnly(DateOnly.Parse(from, null))).ToString("uuuu-MM-dd", null));
}
