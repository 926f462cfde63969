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

    /// <summary>The row that takes the place of one that failed or was called off, due at once. Null when all of the payment has gone back meanwhile.</summary>
    /// <param name="other">The row whose place it takes.</param>
    /// <param name="provider">Who pays it.</param>
    /// <param name="left">What is left of the payment, in minor units: more is never planned.</param>
    /// <param name="at">Now.</param>
    public static Refund? InPlaceOf(Refund other, string provider, long left, Instant at)
    {
        ArgumentNullException.ThrowIfNull(other);
        return left <= 0 ? null : new Refund
        {
            CaseId = other.CaseId,
            OrderId = other.OrderId,
            PaymentId = other.PaymentId,
            Provider = provider,
            ReplacesId = other.Id,
            Amount = Math.Min(other.Amount, left),
            State = RefundState.Planned,
            CreatedAt = at,
            NextAt = at,
        };
    }
}
