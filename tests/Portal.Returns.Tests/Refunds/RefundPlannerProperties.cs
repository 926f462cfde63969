using CsCheck;
using Portal.Returns.Decisions;
using Portal.Returns.Refunds;

namespace Portal.Returns.Tests.Refunds;

public sealed class RefundPlannerProperties
{
    private static readonly int Cases = Properties.Cases(10_000);

    // Faults of others: rounding loses cents over several partial returns (woocommerce 64668, spree 6226); tax or discount wrong on a partial return (medusa 15885, 13883).
    [Fact]
    public void Plan_AnySequenceOfPartialReturns_SumsToWhatWasPaid() => RandomOrders.WithRequests.Sample((order, requests) =>
    {
        var paid = order.Payments.Sum(payment => payment.Captured.Minor);
        var whole = order with { StandardShipping = null };
        List<PlanItem> items = [];
        for (var i = 0; i < requests.Length; i++)
        {
            var isLast = i == requests.Length - 1;
            Assert.Equal(isLast, RefundPlanner.CompletesOrder(whole, [requests[i]]));
            var plan = RefundPlanner.Plan(whole, [requests[i]], RefundTerms.Plain with { IncludeShipping = isLast });
            Assert.Equal(0, plan.Unassigned.Minor);
            Assert.Equal(plan.Total.Minor, plan.Items.Sum(item => item.Amount.Minor));
            Assert.True(plan.Total.Minor >= 0);
            items.AddRange(plan.Items);
            whole = Apply(whole, requests[i], plan);
        }

        Assert.Equal(paid, items.Sum(item => item.Amount.Minor));
        Assert.All(whole.Payments, payment => Assert.Equal(payment.Captured, payment.Refunded));
        foreach (var line in order.Lines)
        {
            Assert.Equal(line.UnitPrice.Minor * line.Quantity, Sum(PlanItemKind.Goods, line.Id));
            Assert.Equal(order.TaxIncluded ? 0 : line.Tax.Minor, Sum(PlanItemKind.Tax, line.Id));
        }

        Assert.Equal(-order.Discount.Minor - order.Lines.Sum(line => line.Discount.Minor), items.Where(item => item.Kind == PlanItemKind.Discount).Sum(item => item.Amount.Minor));
        if (order.Payments.All(payment => payment.Step == 1))
        {
            Assert.Equal((order.Shipping.Minor, order.ShippingTax.Minor), (Sum(PlanItemKind.Shipping, null), Sum(PlanItemKind.Tax, null)));
            Assert.DoesNotContain(items, item => item.Kind == PlanItemKind.Rounding);
        }

        long Sum(PlanItemKind kind, string? lineId) =>
            items.Where(item => item.Kind == kind && string.Equals(item.LineId, lineId, StringComparison.Ordinal)).Sum(item => item.Amount.Minor);
    }, iter: Cases);

    [Fact]
    public void Plan_Shares_StayInTheirStepAndWithinWhatRemains() => RandomOrders.WithRequests.Sample((order, requests) =>
    {
        foreach (var request in requests)
        {
            var plan = RefundPlanner.Plan(order, [request], RefundTerms.Plain);
            Assert.All(plan.Shares, share =>
            {
                var payment = order.Payments.Single(payment => string.Equals(payment.Id, share.PaymentId, StringComparison.Ordinal));
                Assert.True(share.Amount.Minor > 0 && share.Amount <= payment.Remaining);
                Assert.Equal(0, share.Amount.Minor % payment.Step);
            });
            order = Apply(order, request, plan);
        }
    }, iter: Cases);

    [Fact]
    public void Plan_WhateverTheTerms_AddsUpAndPaysNoPaymentAShareOfBonusOrGoodwill() => Gen.Select(
        RandomOrders.WithRequests, Gen.Long[0, 40_000], Gen.Long[0, 5_000], Gen.Long[0, 5_000], Gen.Select(Gen.Bool, Gen.Int[0, 3])).Sample((purchase, exchange, bonus, goodwill, how) =>
    {
        var order = purchase.Order;
        var pieces = RefundPlanner.Plan(order, purchase.Requests, RefundTerms.Plain);
        var plan = RefundPlanner.Plan(order, purchase.Requests, new RefundTerms([], IncludeShipping: false)
        {
            AsCredit = how.Item1,
            First = how.Item2 switch { 0 => [], 1 => ["gift_card"], 2 => ["card"], _ => ["cash", "gift_card", "card"] },
            Exchange = new Money(Math.Min(exchange, pieces.Total.Minor), order.Currency),
            Bonus = new Money(bonus, order.Currency),
            Goodwill = new Money(goodwill, order.Currency),
        });

        Assert.Equal(plan.Total.Minor, plan.Items.Sum(item => item.Amount.Minor));
        Assert.Equal(plan.Total.Minor, plan.Credit.Minor + plan.Payable.Minor + plan.Unassigned.Minor);
        Assert.Equal(bonus + goodwill + (how.Item1 ? pieces.Total.Minor - Math.Min(exchange, pieces.Total.Minor) : 0), plan.Credit.Minor);
        Assert.Equal(plan.Payable.Minor, plan.Shares.Sum(share => share.Amount.Minor));
        Assert.All(plan.Shares, share => Assert.True(share.Amount <= order.Payments.Single(payment => string.Equals(payment.Id, share.PaymentId, StringComparison.Ordinal)).Remaining));
    }, iter: Cases);

    [Fact]
    public void Plan_MeansFirst_LeaveNoMoreOverThanInProportion() => Gen.Select(RandomOrders.WithRequests, Gen.Bool).Sample((purchase, isCardFirst) =>
    {
        var plan = RefundPlanner.Plan(purchase.Order, purchase.Requests, RefundTerms.Plain with { First = [isCardFirst ? "card" : "gift_card"] });
        return plan.Unassigned <= RefundPlanner.Plan(purchase.Order, purchase.Requests, RefundTerms.Plain).Unassigned;
    }, iter: Cases);

    [Fact]
    public void Plan_Fees_NeverPushBelowZero() => Gen.Select(RandomOrders.WithRequests, Gen.Long[0, 50_000].Array[0, 3]).Sample((purchase, fees) =>
    {
        var charged = fees.Select(fee => new Fee("f", new Money(fee, purchase.Order.Currency))).ToList();
        var plain = RefundPlanner.Plan(purchase.Order, purchase.Requests, RefundTerms.Plain);
        var plan = RefundPlanner.Plan(purchase.Order, purchase.Requests, RefundTerms.Plain with { Fees = charged });
        return plan.Total.Minor == Math.Max(0, plain.Total.Minor - fees.Sum());
    }, iter: Cases);

    [Fact]
    public void Plan_FullWithdrawal_GivesBackAtMostStandardShipping() => RandomOrders.WithRequests.Sample((order, requests) =>
    {
        var plain = RefundPlanner.Plan(order, requests, RefundTerms.Plain).Total.Minor;
        var shipping = RefundPlanner.Plan(order, requests, RefundTerms.Plain with { IncludeShipping = true }).Total.Minor - plain;
        var paid = order.Shipping.Minor + order.ShippingTax.Minor;
        var step = order.Payments.Max(payment => payment.Step);
        var due = Math.Min(paid, order.StandardShipping?.Minor ?? long.MaxValue);
        return Math.Abs(shipping - due) < step;
    }, iter: Cases);

    private static OrderFacts Apply(OrderFacts order, UnitSelection units, RefundPlan plan) => order with
    {
        Recovered = [.. order.Recovered, .. units.Units.Select(unit => new RecoveredUnit(units.LineId, unit))],
        Payments =
        [
            .. order.Payments.Select(payment => payment with
            {
                Refunded = payment.Refunded + plan.Shares
                    .Where(share => string.Equals(share.PaymentId, payment.Id, StringComparison.Ordinal))
                    .Aggregate(Money.Zero(order.Currency), (sum, share) => sum + share.Amount),
            }),
        ],
    };
}
