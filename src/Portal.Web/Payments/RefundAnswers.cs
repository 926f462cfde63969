using Portal.Returns.Refunds;
using Portal.Web.Cases;

namespace Portal.Web.Payments;

/// <summary>What a provider's answer is to a refund row and its timeline.</summary>
internal static class RefundAnswers
{
    /// <summary>The step of the money's table that an answer is.</summary>
    public static RefundEvent EventOf(ProviderAnswer answer) => answer switch
    {
        ProviderAnswer.Pending => RefundEvent.Accept,
        ProviderAnswer.RequiresAction => RefundEvent.RequireAction,
        ProviderAnswer.Succeeded => RefundEvent.Succeed,
        // Taken back at the provider, the money stays with the shop: for the shopper it failed.
        ProviderAnswer.Failed or ProviderAnswer.Canceled => RefundEvent.Fail,
        ProviderAnswer.Later => RefundEvent.Postpone,
        _ => RefundEvent.LoseAnswer,
    };

    /// <summary>Keeps what an answer tells of the refund, beside its state. What has failed before stays failed for the reason that was told then.</summary>
    public static void Remember(Refund refund, RefundState before, ProviderAnswer answer)
    {
        (refund.Reference, refund.Fault) = answer switch
        {
            _ when before == RefundState.Failed => ((answer as ProviderAnswer.Failed)?.Reference ?? refund.Reference, refund.Fault),
            ProviderAnswer.Pending pending => (pending.Reference, (RefundFault?)null),
            ProviderAnswer.RequiresAction waiting => (waiting.Reference, null),
            ProviderAnswer.Succeeded succeeded => (succeeded.Reference, null),
            ProviderAnswer.Canceled canceled => (canceled.Reference, RefundFault.Other),
            ProviderAnswer.Failed failed => (failed.Reference ?? refund.Reference, failed.Fault),
            ProviderAnswer.Later later => (refund.Reference, later.Fault),
            _ => (refund.Reference, refund.Fault),
        };
        if (answer is ProviderAnswer.Succeeded { ArrivesBy: var day, BankReference: var bank })
        {
            (refund.ArrivesBy, refund.BankReference) = (day, bank);
        }

        if (answer is ProviderAnswer.Unknown { IsKeySpent: true })
        {
            refund.IsKeySpent = true;
            refund.NextAt += RefundPatience.UntilAbsent;
        }

        refund.IsKeySpent |= answer is ProviderAnswer.Later { IsKeySpent: true };
    }

    /// <summary>What the shopper reads in the timeline once a refund has come to its state; null for nothing.</summary>
    public static TimelineEventKind? Happened(Refund refund) => refund switch
    {
        { State: RefundState.Succeeded } => TimelineEventKind.Refunded,
        { State: RefundState.Failed, Fault: RefundFault.Disputed } => TimelineEventKind.Disputed,
        { State: RefundState.Failed } => TimelineEventKind.RefundFailed,
        { State: RefundState.Pending, Provider: ManualProvider.Called } => TimelineEventKind.PersonPays,
        { State: RefundState.Pending, Origin: RefundOrigin.Portal } => TimelineEventKind.RefundSent,
        { State: RefundState.RequiresAction } => TimelineEventKind.ActionNeeded,
        { State: RefundState.Canceled } => TimelineEventKind.RefundCalledOff,
        _ => null,
    };
}
