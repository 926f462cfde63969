using CsCheck;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;
using Portal.Returns.Statutes;

namespace Portal.Returns.Tests.Decisions;

public sealed class ReturnEngineProperties
{
    private static readonly int Cases = Properties.Cases(10_000);

    private static readonly Resolution[] Remedies = [Resolution.Refund, Resolution.Replacement, Resolution.Repair];

    [Fact]
    public void Decide_AnyRequest_GivesAReasonForWhatIsNotApproved() => RandomRequests.Any.Sample((order, request) =>
    {
        var decision = ReturnEngine.Decide(Shop.ShippedBook, order, request, Shop.Now);

        Assert.True(decision.Verdict == Verdict.Approved || decision.Reasons.Count > 0);
        Assert.True(decision.Verdict != Verdict.Refused || (decision.Resolutions.Count == 0 && decision.Shipments.Count == 0 && decision.Fees.Count == 0));
        Assert.True(decision.Verdict == Verdict.Refused || decision.Alternative is null);
        Assert.True(decision.Verdict != Verdict.Approved || (decision.Resolutions.Count > 0 && decision.Shipments.Count > 0));
    }, iter: Cases);

    [Fact]
    public void Decide_AnyPolicy_ReplaysToTheSameBytes() => Gen.Select(RandomPolicies.Any, RandomRequests.Recent).Sample((policy, asked) =>
        Assert.Equal(Replay(policy, asked), Replay(Shop.Parse(policy.Text), asked), StringComparer.Ordinal), iter: Cases);

    // What no rule names may be anything: sku, weight, channel, tags, who the shopper is.
    [Fact]
    public void Decide_FactsThatNoRuleUses_ChangeNothing() => Gen.Select(RandomPolicies.Any, RandomRequests.Recent, RandomFacts.Any).Sample((policy, asked, facts) =>
    {
        var other = (facts.In(policy, asked.Order), asked.Request);

        Assert.Equal(
            DecisionJson.Write(asked.Order, Decide(policy, asked), Shop.Now),
            DecisionJson.Write(asked.Order, Decide(policy, other), Shop.Now), StringComparer.Ordinal);
    }, iter: Cases);

    // The trace is worked out after the decision: both must agree on which rules matched.
    [Fact]
    public void Decide_AnyPolicy_KnowsOfEachRuleBeforeTheAnswerWhyItDidNotMatch() => Gen.Select(RandomPolicies.Any, RandomRequests.Recent).Sample((policy, asked) =>
    {
        for (var judged = Decide(policy, asked); judged is not null; judged = judged.Other)
        {
            foreach (var trace in judged.Trace.Where(trace => !string.Equals(trace.Question, "law", StringComparison.Ordinal)))
            {
                var before = policy.Rules.Where(rule => string.Equals(rule.Question.Name(), trace.Question, StringComparison.Ordinal)).TakeWhile(rule => !string.Equals(rule.Id, trace.RuleId, StringComparison.Ordinal));
                Assert.Equal(before.Select(rule => rule.Id), trace.Skipped.Select(skipped => skipped.RuleId));
                Assert.All(trace.Skipped, skipped => Assert.NotNull(skipped.Wanted));
            }
        }
    }, iter: Cases);

    [Fact]
    public void Decide_WithdrawalWithinThePeriod_IsApprovedForMoneyWhateverThePolicy() => Gen.Select(RandomPolicies.Any, RandomRequests.Recent).Sample((policy, asked) =>
    {
        if (IsWithdrawalWithinThePeriod(asked.Order, asked.Request))
        {
            var decision = Decide(policy, asked);
            var withdrawal = decision.Kind == RequestKind.Withdrawal ? decision : decision.Other!;

            Assert.Equal(Verdict.Approved, decision.Verdict);
            Assert.Contains(Resolution.Refund, decision.Resolutions);
            Assert.NotEqual(RefundMoment.Inspected, decision.RefundWhen);
            Assert.All(withdrawal.Fees, fee => Assert.Equal(("return-postage", true), (fee.MessageKey, StatuteBook.For(asked.Order.Market)!.ConsumerPaysPostageIfTold)));
            Assert.True(Sum(decision) <= Sum(withdrawal));
            Assert.True(decision.Deadline is null || withdrawal.Deadline is not null);
        }
    }, iter: Cases);

    [Fact]
    public void Decide_ClaimWithinThePeriod_IsNeverRefusedNorChargedWhateverThePolicy() => Gen.Select(RandomPolicies.Any, RandomRequests.Recent).Sample((policy, asked) =>
    {
        if (IsClaimWithinThePeriod(asked.Order, asked.Request))
        {
            var decision = Decide(policy, asked);
            var isUndecided = decision is { Verdict: Verdict.NeedsReview, Resolutions.Count: 0 };

            Assert.NotEqual(Verdict.Refused, decision.Verdict);
            Assert.Empty(decision.Fees);
            Assert.True(isUndecided || decision.Resolutions.Intersect(Remedies).Any());
            Assert.True(isUndecided || asked.Order.Market is not "GB" || DaysSinceDelivery(asked.Order) > 30 || decision.Resolutions.Contains(Resolution.Refund));
            Assert.True(decision.Deadline is null || decision.Deadline >= ClaimStatutes.For(asked.Order.Market)!.Deadline(Shop.Today(asked.Order.Market).PlusDays(-DaysSinceDelivery(asked.Order)!.Value)));
            Assert.NotNull(decision.Other);
        }
    }, iter: Cases);

    [Fact]
    public void Decide_GoodsThatDidNotCome_AreJudgedAsTheBusinesssButForFees() => Gen.Select(RandomPolicies.Any, RandomRequests.Recent).Sample((policy, asked) =>
    {
        if (asked.Request.Reason is Reason.Missing or Reason.Late)
        {
            var (consumer, business) = (Decide(policy, (asked.Order with { IsConsumer = true }, asked.Request)), Decide(policy, (asked.Order with { IsConsumer = false }, asked.Request)));

            Assert.Equal(business.Verdict, consumer.Verdict);
            Assert.True(ClaimStatutes.For(asked.Order.Market) is null || DaysSinceDelivery(asked.Order) is not null || consumer.Fees.Count == 0);
        }
    }, iter: Cases);

    [Fact]
    public void Decide_BusinessOrUnknownLaw_HasThePolicysAnswerAlone() => Gen.Select(RandomPolicies.Any, RandomRequests.Recent).Sample((policy, asked) =>
    {
        var decision = Decide(policy, (asked.Order with { IsConsumer = asked.Order is { IsConsumer: true, Market: "US" or "JP" or "KW" or "AE" or "CH" } }, asked.Request));

        Assert.Null(decision.Other);
        Assert.DoesNotContain(decision.Reasons, reason => reason.MessageKey is ReasonKey.LawOverrides or ReasonKey.LawOverridesClaim or ReasonKey.ClaimIsFree or ReasonKey.LegalRemedy);
    }, iter: Cases);

    private static bool IsWithdrawalWithinThePeriod(OrderFacts order, ReturnRequest request) =>
        order is { IsConsumer: true, IsGift: false }
        && request.Reason <= Reason.OrderedByMistake
        && StatuteBook.For(order.Market) is { } law
        && !law.ExemptTags.Intersect(order.Lines[0].Tags, StringComparer.Ordinal).Any()
        && !(DaysSinceDelivery(order) > law.WithdrawalDays);

    private static bool IsClaimWithinThePeriod(OrderFacts order, ReturnRequest request) =>
        order.IsConsumer
        && request.Reason is Reason.Damaged or Reason.Defective or Reason.WrongItem or Reason.NotAsDescribed
        && order.Lines[0].Deliveries.Count > 0
        && ClaimStatutes.For(order.Market) is { } law
        && !(DaysSinceDelivery(order) > law.Years * 365);

    private static int? DaysSinceDelivery(OrderFacts order) =>
        order.Lines[0].Deliveries is [{ DeliveredAt: { } delivered }] ? (int)(Shop.Now - delivered).TotalDays : null;

    private static Decision Decide(Policy policy, (OrderFacts Order, ReturnRequest Request) asked) =>
        ReturnEngine.Decide(new PolicyBook([policy]), asked.Order, asked.Request, Shop.Now);

    private static string Replay(Policy policy, (OrderFacts Order, ReturnRequest Request) asked) =>
        DecisionJson.Write(asked.Order, Decide(policy, asked), Shop.Now);

    private static long Sum(Decision decision) => decision.Fees.Sum(fee => fee.Amount.Minor);
}
