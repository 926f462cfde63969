using CsCheck;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;
using Portal.Returns.Policies.Proof;
using Portal.Returns.Tests.Decisions;
using AnyPolicies = Portal.Returns.Tests.Policies.RandomPolicies;
using SmallPolicies = Portal.Returns.Tests.Decisions.RandomPolicies;

namespace Portal.Returns.Tests.Policies.Proof;

/// <summary>What the check says is so, and what it does not say is not so. Forty times as many with PORTAL_LONG=1.</summary>
public sealed class PolicyCheckProperties
{
    /// <summary>Orders that each policy is asked about; with the policies 10,000 cases.</summary>
    private const int Orders = 20;

    private static readonly int Policies = Environment.GetEnvironmentVariable("PORTAL_LONG") is "1" ? 20_000 : Properties.Cases(500);

    private static readonly Gen<(Policy Policy, string Market, (OrderFacts Order, ReturnRequest Request)[] Asked)> Cases =
        Gen.Select(SmallPolicies.Any, Gen.Int[0, RandomRequests.Markets.Length - 1].Select(i => RandomRequests.Markets[i]))
            .SelectMany((policy, market) => RandomRequests.RecentIn(market).Array[Orders].Select(asked => (policy, market, asked)));

    [Fact]
    public void Check_WhatItSays_IsShownAndWhatItDoesNotSayIsNot() => Cases.Sample(
        (policy, market, asked) =>
        {
            var findings = ProofShop.Check(policy, market).Findings;
            Assert.All(findings, finding => ProofShop.AssertShown(policy, finding));

            var judgements = asked.SelectMany(one => ProofShop.Judgements(ReturnEngine.Decide(new PolicyBook([policy]), one.Order, one.Request, Shop.Now))).ToList();
            var missing = judgements.SelectMany(judgement => Shown(policy, judgement)).FirstOrDefault(shown => !findings.Any(finding => IsTold(finding, shown)));
            Assert.True(missing == default, $"{missing}\n{policy.Text}\n{string.Join('\n', findings)}");

            var idle = findings.Where(finding => finding.Kind is FindingKind.NeverMatches or FindingKind.Shadowed).ToList();
            Assert.DoesNotContain(judgements.SelectMany(judgement => judgement.Trace), trace => idle.Exists(finding => ProofShop.IsOf(trace, finding.Question, finding.RuleId)));
        },
        iter: Policies);

    [Fact]
    public void Check_AnyPolicyOfTheLanguage_ShowsWhatItSaysEachTime() => Gen.Select(AnyPolicies.All, Gen.OneOf(Gen.Const("DE"), Gen.Const("JP"), Gen.Const("US"))).Sample(
        (policy, market) =>
        {
            var proof = PolicyCheck.Run(new PolicyBook([policy]), policy, "p", [ProofShop.Market(market)], steps: 500);

            Assert.All(proof.Findings, finding => ProofShop.AssertShown(policy, finding));
            Assert.Equal(Lines(proof), Lines(PolicyCheck.Run(new PolicyBook([policy]), policy, "p", [ProofShop.Market(market)], steps: 500)));
        },
        iter: Policies);

    private static IEnumerable<string> Lines(PolicyProof proof) => [.. proof.Findings.Select(finding => finding.ToString()), proof.ToString()];

    private static bool IsTold(PolicyFinding finding, (FindingKind Kind, Question Question, string? Rule, string? Other) shown) =>
        (finding.Kind == shown.Kind || finding.Kind == FindingKind.NotProved || (shown.Kind == FindingKind.BelowLaw && finding.Kind == FindingKind.LawBeside))
        && finding.Question == shown.Question
        && string.Equals(finding.RuleId, shown.Rule, StringComparison.Ordinal)
        && (shown.Other is null || string.Equals(finding.OtherRuleId, shown.Other, StringComparison.Ordinal));

    /// <summary>Everything that a judgement shows of what a check should have told.</summary>
    private static IEnumerable<(FindingKind Kind, Question Question, string? Rule, string? Other)> Shown(Policy policy, Decision judgement)
    {
        foreach (var reason in judgement.Reasons.Where(reason => reason.MessageKey is ReasonKey.PolicyGap or ReasonKey.PolicyFault))
        {
            yield return (reason.MessageKey is ReasonKey.PolicyGap ? FindingKind.Unanswered : FindingKind.Fault, Enum.Parse<Question>(reason.Arguments["question"], ignoreCase: true), reason.RuleId, null);
        }

        // A window of as many days as the law's may still end before it, where the law moves its end off a weekend.
        foreach (var reason in judgement.Reasons.Where(reason => reason.MessageKey is ReasonKey.LawOverrides or ReasonKey.LawOverridesClaim or ReasonKey.ClaimIsFree && reason.RuleId is not null))
        {
            var questions = Enum.GetValues<Question>().Where(question => question != Question.Window && policy.Ask(question).Any(rule => rule.Id == reason.RuleId && Says(rule.Answer, reason.Arguments["reason"])));
            if (questions.FirstOrDefault() is var question && questions.Any())
            {
                yield return (FindingKind.BelowLaw, question, reason.RuleId, null);
            }
        }

        if (judgement.Verdict == Verdict.Refused || Answer(Question.Shipment) is not { } ship || judgement.Kind == RequestKind.Withdrawal)
        {
            yield break;
        }

        var methods = ((Ship)ship.Answer).Methods;
        if (methods.Contains(ShipmentMethod.SendBack))
        {
            if (methods.Count > 1)
            {
                yield return (FindingKind.Contradiction, Question.Shipment, ship.Id, null);
            }

            yield break;
        }

        if (Answer(Question.RefundWhen) is { Answer: RefundAt { Moment: not RefundMoment.Requested } } refund)
        {
            yield return (FindingKind.Contradiction, Question.RefundWhen, refund.Id, ship.Id);
        }

        if (Answer(Question.Resolutions) is { Answer: Offer offer } offering && offer.Resolutions.Contains(Resolution.Repair))
        {
            yield return (FindingKind.Contradiction, Question.Resolutions, offering.Id, ship.Id);
        }

        if (Answer(Question.Fees) is { Answer: Charge charge } charging && charge.Fees.Any(fee => fee.MessageKey is "return-postage"))
        {
            yield return (FindingKind.Contradiction, Question.Fees, charging.Id, ship.Id);
        }

        Rule? Answer(Question question) => policy.Ask(question).FirstOrDefault(rule => judgement.Trace.Any(trace =>
            ProofShop.IsOf(trace, question, rule.Id) && !trace.Answer.StartsWith("fault: ", StringComparison.Ordinal)));
    }

    private static bool Says(Answer answer, string what) => answer switch
    {
        Refuse refuse => refuse.ReasonKey == what,
        Offer => what is "resolutions",
        Charge charge => charge.Fees.Any(fee => fee.MessageKey == what),
        _ => false,
    };
}
