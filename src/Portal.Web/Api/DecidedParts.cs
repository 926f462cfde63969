using Portal.Web.Cases;
using Portal.Web.Orders;
using Portal.Web.Payments;

namespace Portal.Web.Api;

/// <summary>What of an order may not change any more: lines that cases name, what their pieces are worth, payments that refunds go back to.</summary>
internal sealed class DecidedParts(Order order, IReadOnlyList<ReturnCase> cases, IReadOnlyList<Refund> refunds)
{
    /// <summary>Tells where the document contradicts what was decided and paid.</summary>
    public void Check(OrderDocument document, JsonFaults faults)
    {
        if (cases.Count == 0 && refunds.Count == 0)
        {
            return;
        }

        if (!string.Equals(document.Currency, order.Currency, StringComparison.Ordinal))
        {
            faults.Add("$.currency", $"must stay {order.Currency}: the order has returns");
            return;
        }

        CheckLines(document, faults);
        CheckShipping(document, faults);
        CheckPayments(document, faults);
    }

    private void CheckLines(OrderDocument document, JsonFaults faults)
    {
        var (before, after) = (OrderForm.Worth(OrderForm.Tell(order)), OrderForm.Worth(document));
        foreach (var line in order.Lines)
        {
            var held = cases.SelectMany(@case => @case.Units.Where(unit => string.Equals(unit.LineId, line.LineId, StringComparison.Ordinal)).Select(unit => (unit.Unit, @case.Rma))).ToList();
            var told = document.Lines.Select((each, index) => (each, index)).FirstOrDefault(pair => string.Equals(pair.each.Id, line.LineId, StringComparison.Ordinal));
            if (told.each is null)
            {
                if (cases.FirstOrDefault(@case => @case.Lines.Select(each => each.LineId).Concat(@case.Units.Select(unit => unit.LineId)).Contains(line.LineId, StringComparer.Ordinal)) is { } named)
                {
                    faults.Add("$.lines", $"must keep line '{line.LineId}', which return {named.Rma} names");
                }

                continue;
            }

            var path = FormattableString.Invariant($"$.lines[{told.index}]");
            if (held.Count > 0 && held.Max() is var (last, holder) && told.each.Quantity < last)
            {
                faults.Add($"{path}.quantity", FormattableString.Invariant($"must be at least {last}: return {holder} holds piece {last}"));
                continue;
            }

            var (was, becomes) = (OrderForm.UnitWorths(before, line.LineId), OrderForm.UnitWorths(after, line.LineId));
            if (held.Find(unit => was[unit.Unit - 1] != becomes[unit.Unit - 1]) is { Rma: { } rma, Unit: var number })
            {
                faults.Add(path, FormattableString.Invariant($"must leave piece {number} worth {was[number - 1]}, by which return {rma} was decided; it would be {becomes[number - 1]}"));
            }
        }
    }

    private void CheckShipping(OrderDocument document, JsonFaults faults)
    {
        if (cases.FirstOrDefault(@case => @case.IncludesShipping) is { } paid
            && (document.Shipping, document.ShippingTax, document.StandardShipping) != (order.Shipping, order.ShippingTax, order.StandardShipping))
        {
            faults.Add("$.shipping", $"must stay as it is with its tax and standard: return {paid.Rma} gives it back");
        }
    }

    private void CheckPayments(OrderDocument document, JsonFaults faults)
    {
        foreach (var payment in order.Payments)
        {
            var ofPayment = refunds.Where(refund => refund.PaymentId == payment.Id).ToList();
            var owed = ofPayment.Where(refund => refund.IsOwed).Sum(refund => refund.Amount);
            var told = document.Payments.Select((each, index) => (each, index)).FirstOrDefault(pair => OrderForm.IsSame(pair.each, payment));
            if (told.each is null && ofPayment.Count > 0)
            {
                faults.Add("$.payments", $"must keep {payment.Provider} '{payment.Reference}', which was refunded");
            }
            else if (told.each is not null && told.each.Captured < owed)
            {
                faults.Add("$.payments", FormattableString.Invariant($"must leave at least {owed} captured by {payment.Provider} '{payment.Reference}', which was refunded"));
            }
        }
    }
}
