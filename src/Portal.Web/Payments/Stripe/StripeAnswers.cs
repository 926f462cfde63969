using NodaTime;
using StripeRefund = Stripe.Refund;

namespace Portal.Web.Payments.Stripe;

/// <summary>A refund of Stripe's, in our words.</summary>
public static class StripeAnswers
{
    /// <summary>The metadata by which a refund at Stripe names our row.</summary>
    public const string Metadata = "portal_refund";

    // "Approximately 5-10 business days later, depending upon the bank" (https://docs.stripe.com/refunds): the later end is what we promise.
    private const int BusinessDays = 10;

    /// <summary>What has become of it. A status that nobody knows yet counts as pending: it will be looked at again.</summary>
    public static ProviderAnswer Of(StripeRefund refund)
    {
        ArgumentNullException.ThrowIfNull(refund);
        return refund.Status switch
        {
            "succeeded" => new ProviderAnswer.Succeeded(refund.Id, ArrivesBy(DateOf(refund)), refund.DestinationDetails?.Card?.Reference),
            "failed" => new ProviderAnswer.Failed(FaultOf(refund.FailureReason), refund.Id),
            "canceled" => new ProviderAnswer.Canceled(refund.Id),
            "requires_action" => new ProviderAnswer.RequiresAction(refund.Id),
            _ => new ProviderAnswer.Pending(refund.Id),
        };
    }

    /// <summary>True while it takes from the payment: Stripe gives back what failed or was canceled.</summary>
    public static bool Counts(StripeRefund refund)
    {
        ArgumentNullException.ThrowIfNull(refund);
        return refund.Status is not ("failed" or "canceled");
    }

    /// <summary>The id of our row that a refund names; null when it names none.</summary>
    public static Guid? RowOf(StripeRefund refund)
    {
        ArgumentNullException.ThrowIfNull(refund);
        return refund.Metadata is { } metadata && metadata.TryGetValue(Metadata, out var text) && Guid.TryParse(text, out var id) ? id : null;
    }

    /// <summary>Ten business days on, Saturdays and Sundays not counted; bank holidays are not known.</summary>
    public static LocalDate ArrivesBy(LocalDate from)
    {
        var day = from;
        for (var left = BusinessDays; left > 0; left -= day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? 0 : 1)
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    /// <summary>Why it failed, from Stripe's <c>failure_reason</c> (https://docs.stripe.com/refunds#failed-refunds).</summary>
    public static RefundFault FaultOf(string? reason) => reason switch
    {
        "lost_or_stolen_card" or "expired_or_canceled_card" => RefundFault.CardGone,
        "charge_for_pending_refund_disputed" => RefundFault.Disputed,
        "insufficient_funds" => RefundFault.InsufficientBalance,
        "declined" or "unknown" or null => RefundFault.Declined,
        _ => RefundFault.Other,
    };

    private static LocalDate DateOf(StripeRefund refund) => LocalDate.FromDateTime(refund.Created.ToUniversalTime());
}
