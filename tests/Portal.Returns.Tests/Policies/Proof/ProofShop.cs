using Portal.Returns.Decisions;
using Portal.Returns.Policies;
using Portal.Returns.Policies.Proof;

namespace Portal.Returns.Tests.Policies.Proof;

/// <summary>Policies that are checked for the markets of the tests' shop.</summary>
internal static class ProofShop
{
    private static readonly string[] ByLaw = [ReasonKey.LawOverrides, ReasonKey.LawOverridesClaim, ReasonKey.ClaimIsFree];

    public static ProofMarket Market(string code) => new(code, Shop.CurrencyOf(code), Shop.ZoneOf(code));

    public static PolicyProof Check(Policy policy, params string[] markets) => PolicyCheck.Run(new PolicyBook([policy]), policy, "test.yaml", [.. markets.Select(Market)]);

    /// <summary>The decision and the other judgements in it.</summary>
    public static IReadOnlyList<Decision> Judgements(Decision decision) => decision.Other is null ? [decision] : [decision, .. Judgements(decision.Other)];

    /// <summary>The engine, given the example of a finding, does what the finding says.</summary>
    public static void AssertShown(Policy policy, PolicyFinding finding)
    {
        if (finding.Example is not { } example)
        {
            return;
        }

        var judgements = Judgements(ReturnEngine.Decide(new PolicyBook([policy]), example.Order, example.Request, example.Now));
        var reasons = judgements.SelectMany(judgement => judgement.Reasons).ToList();
        Assert.True(finding.Kind switch
        {
            FindingKind.Unanswered => reasons.Exists(reason => reason.MessageKey is ReasonKey.PolicyGap && reason.Arguments["question"] == finding.Question!.Value.Name()),
            FindingKind.Fault => judgements.Any(judgement => judgement.Trace.Any(trace => IsOf(trace, finding.Question, finding.RuleId) && trace.Answer.StartsWith("fault: ", StringComparison.Ordinal))),
            FindingKind.Contradiction => judgements.Any(judgement => judgement.Verdict != Verdict.Refused
                && judgement.Trace.Any(trace => IsOf(trace, finding.Question, finding.RuleId))
                && (finding.OtherRuleId is null || judgement.Trace.Any(trace => IsOf(trace, Question.Shipment, finding.OtherRuleId)))),
            FindingKind.BelowLaw => reasons.Exists(reason => ByLaw.Contains(reason.MessageKey) && reason.RuleId == finding.RuleId)
                || judgements.Any(judgement => judgement is { Kind: RequestKind.Withdrawal, Verdict: Verdict.Approved }),
            FindingKind.LawBeside => reasons.Exists(reason => reason.MessageKey is ReasonKey.LawOverrides && reason.RuleId == finding.RuleId),
            _ => false,
        }, finding.ToString());
    }

    public static bool IsOf(QuestionTrace trace, Question? question, string? rule) => trace.Question == question?.Name() && trace.RuleId == rule;
}
