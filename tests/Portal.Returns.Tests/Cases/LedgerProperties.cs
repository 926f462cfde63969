using CsCheck;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;
using Portal.Returns.Refunds;
using Portal.Returns.Tests.Refunds;

namespace Portal.Returns.Tests.Cases;

/// <summary>
/// One unit, one recovery: whatever is asked for in whatever order, as return, claim, exchange, withdrawal or to keep, and whatever a bank takes back
/// meanwhile. Faults of others: more returned than bought (nopCommerce 1571, vendure 4135); a received unit returnable again (the order module of medusa).
/// </summary>
public sealed class LedgerProperties
{
    private static readonly Resolution[] Ways = [Resolution.Refund, Resolution.StoreCredit, Resolution.Exchange, Resolution.Replacement, Resolution.Repair];

    private static readonly Gen<Step[]> Steps = Gen.Select(Gen.Int[0, 3], Gen.Int[1, 5], Gen.Enum<Reason>(), Gen.Int[0, 4], Gen.Int[0, 6], (line, quantity, reason, way, what) => new Step(line, quantity, reason, Ways[way], what)).Array[1, 14];

    [Fact]
    public void AnySequence_RecoversNoUnitTwiceAndPaysNoMoreThanWasPaid() => Gen.Select(RandomOrders.Any, Decisions.RandomPolicies.Any, Steps).Sample((bought, policy, steps) =>
    {
        var (book, order) = (new PolicyBook([policy]), Delivered(bought));
        var held = new List<IReadOnlyList<RecoveredUnit>>();
        foreach (var step in steps)
        {
            order = step.What switch
            {
                0 => Cancel(order, held),
                1 => Dispute(order),
                _ => Open(book, order, step, held),
            };

            Assert.Distinct(order.Recovered);
            Assert.All(order.Recovered, unit => Assert.InRange(unit.Unit, 1, RefundPlanner.FreeUnits(order with { Recovered = [] }, unit.LineId).Count));
            Assert.All(order.Payments, payment => Assert.True(payment.Refunded <= payment.Captured));
        }
    }, iter: Properties.Cases(10_000));

    private static OrderFacts Delivered(OrderFacts order) => order with
    {
        PlacedAt = Shop.DaysAgo(12),
        Lines = [.. order.Lines.Select(line => line with { Deliveries = [new DeliveryFacts(line.Quantity, Shop.DaysAgo(8), Shop.DaysAgo(5))] })],
    };

    private static OrderFacts Open(PolicyBook book, OrderFacts order, Step step, List<IReadOnlyList<RecoveredUnit>> held)
    {
        var line = order.Lines[step.Line % order.Lines.Count];
        var request = new ReturnRequest(line.Id, Math.Min(step.Quantity, line.Quantity), step.Reason);
        var decision = ReturnEngine.Decide(book, order, request, Shop.Now);
        var free = RefundPlanner.FreeUnits(order, line.Id);
        Assert.Equal(free.Count < request.Quantity, decision.Reasons.Any(reason => string.Equals(reason.MessageKey, ReasonKey.AlreadyReturned, StringComparison.Ordinal)));
        if (decision.Verdict == Verdict.Refused)
        {
            return order;
        }

        var units = UnitSelection.For(order, request, Shop.Now);
        Assert.Equal(request.Quantity, units.Units.Count);
        Assert.Subset(free.ToHashSet(), units.Units.ToHashSet());
        RecoveredUnit[] taken = [.. units.Units.Select(unit => new RecoveredUnit(units.LineId, unit))];

        // Goods that are exchanged, replaced or repaired move no money, but are recovered all the same.
        var terms = RefundTerms.For(order, [decision], [units]);
        var plan = step.Way switch
        {
            Resolution.Refund => RefundPlanner.Plan(order, [units], terms),
            Resolution.StoreCredit => RefundPlanner.Plan(order, [units], terms.ToCredit([decision])),
            _ => null,
        };
        if (plan is null or { Shares.Count: 0 })
        {
            held.Add(taken);
        }

        return Pay(order with { Recovered = [.. order.Recovered, .. taken] }, plan?.Shares ?? []);
    }

    // A case of which nothing was paid is taken back: its pieces are free again.
    private static OrderFacts Cancel(OrderFacts order, List<IReadOnlyList<RecoveredUnit>> held)
    {
        if (held.Count == 0)
        {
            return order;
        }

        var freed = held[0];
        held.RemoveAt(0);
        return order with { Recovered = [.. order.Recovered.Except(freed)] };
    }

    // The bank takes back all that is left of a payment.
    private static OrderFacts Dispute(OrderFacts order) => Pay(order, [new PaymentShare(order.Payments[0].Id, order.Payments[0].Remaining)]);

    private static OrderFacts Pay(OrderFacts order, IReadOnlyList<PaymentShare> shares) => order with
    {
        Payments =
        [
            .. order.Payments.Select(payment => payment with
            {
                Refunded = shares.Where(share => string.Equals(share.PaymentId, payment.Id, StringComparison.Ordinal)).Aggregate(payment.Refunded, (sum, share) => sum + share.Amount),
            }),
        ],
    };

    private sealed record Step(int Line, int Quantity, Reason Reason, Resolution Way, int What);
}
