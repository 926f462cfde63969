using NodaTime;
using Portal.Returns.Refunds;
using Portal.Web.Orders;

namespace Portal.Web.Payments;

/// <summary>Turns a plan into the rows that the worker executes: one a payment, to be stored in the transaction that decides it.</summary>
public static class PlannedRefunds
{
    /// <summary>The rows of a case's plan, due at once.</summary>
    public static IEnumerable<Refund> Of(RefundPlan plan, Guid caseId, Order order, Instant at)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(order);
        return plan.Shares.Select(share =>
        {
            var payment = order.Payments.Single(known => known.Id == Guid.Parse(share.PaymentId));
            return new Refund
            {
                CaseId = caseId,
                OrderId = order.Id,
                PaymentId = payment.Id,
                Provider = payment.Provider,
                Amount = share.Amount.Minor,
                State = RefundState.Planned,
                CreatedAt = at,
                NextAt = at,
            };
        });
    }
}
