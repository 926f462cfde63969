using Portal.Returns.Cases;
using Portal.Returns.Refunds;

namespace Portal.Web.Payments;

/// <summary>The money of a case, from the states of its refunds.</summary>
public static class CaseMoney
{
    // What needs attention first shows first; "succeeded" only when nothing else is left.
    private static readonly (RefundState Refund, MoneyState Money)[] ByUrgency =
    [
        (RefundState.Failed, MoneyState.Failed),
        (RefundState.RequiresAction, MoneyState.RequiresAction),
        (RefundState.Unknown, MoneyState.Unknown),
        (RefundState.Sending, MoneyState.Sending),
        (RefundState.Pending, MoneyState.Pending),
        (RefundState.Planned, MoneyState.Planned),
        (RefundState.Succeeded, MoneyState.Succeeded),
        (RefundState.Canceled, MoneyState.Canceled),
    ];

    /// <summary>The most urgent state of the refunds whose place no other has taken; <see cref="MoneyState.None"/> when there is none.</summary>
    public static MoneyState Of(IReadOnlyCollection<Refund> refunds) => Of([.. Standing(refunds).Select(refund => refund.State)]);

    /// <summary>True when a refund whose place no other has taken was called off or stopped by a dispute, or failed while its payment is disputed.</summary>
    /// <param name="refunds">All refunds of a case.</param>
    /// <param name="disputed">The payments whose dispute stands.</param>
    public static bool AwaitsPerson(IReadOnlyCollection<Refund> refunds, IReadOnlySet<Guid> disputed) => Standing(refunds).Any(refund => refund switch
    {
        { State: RefundState.Canceled } or { State: RefundState.Failed, Fault: RefundFault.Disputed } => true,
        { State: RefundState.Failed } => disputed.Contains(refund.PaymentId),
        _ => false,
    });

    /// <summary>The most urgent state; <see cref="MoneyState.None"/> when there is no refund.</summary>
    public static MoneyState Of(IReadOnlyCollection<RefundState> refunds) =>
        ByUrgency.Where(pair => refunds.Contains(pair.Refund)).Select(pair => (MoneyState?)pair.Money).FirstOrDefault() ?? MoneyState.None;

    private static IEnumerable<Refund> Standing(IReadOnlyCollection<Refund> refunds)
    {
        var replaced = refunds.Select(refund => refund.ReplacesId).ToHashSet();
        return refunds.Where(refund => !replaced.Contains(refund.Id));
    }
}
