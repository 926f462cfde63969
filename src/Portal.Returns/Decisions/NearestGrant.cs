using Portal.Returns.Policies;

namespace Portal.Returns.Decisions;

/// <summary>What would be granted instead of a refusal: the same kind of request for another reason, a claim should the item turn out damaged, then a withdrawal.</summary>
internal static class NearestGrant
{
    private static readonly Reason[] ReturnReasons = [Reason.ChangedMind, Reason.WrongSize, Reason.OrderedByMistake];

    public static Alternative? Find(Policy? policy, Situation at, Decision refused) =>
        (policy is null ? null : AsReturn(policy, at) ?? AsClaim(policy, at)) ?? AsWithdrawal(policy, at, refused);

    private static Alternative? AsReturn(Policy policy, Situation at)
    {
        if (at.Kind != RequestKind.Return)
        {
            return null;
        }

        foreach (var reason in ReturnReasons)
        {
            if (reason != at.Request.Reason && PolicyJudge.Judge(policy, at.As(RequestKind.Return, reason)) is var judged && IsGrant(judged))
            {
                return new Alternative(RequestKind.Return, reason, judged.Deadline, judged.Resolutions is [Resolution.StoreCredit]);
            }
        }

        return null;
    }

    private static Alternative? AsClaim(Policy policy, Situation at)
    {
        if (at.Request.Reason == Reason.Damaged)
        {
            return null;
        }

        var claim = ClaimJudge.Judge(policy, at.As(RequestKind.Claim, Reason.Damaged));
        return IsGrant(claim) ? new Alternative(RequestKind.Claim, Reason.Damaged, claim.Deadline) : null;
    }

    private static Alternative? AsWithdrawal(Policy? policy, Situation at, Decision refused)
    {
        if (refused.Other?.Kind == RequestKind.Withdrawal || at.Statute is not { } law)
        {
            return null;
        }

        var withdrawal = WithdrawalJudge.Judge(law, policy, at.As(RequestKind.Withdrawal, Reason.ChangedMind), refused);
        return withdrawal.Verdict == Verdict.Approved ? new Alternative(RequestKind.Withdrawal, Reason.ChangedMind, withdrawal.Deadline) : null;
    }

    // What nobody can judge is not promised.
    private static bool IsGrant(Decision judged) =>
        judged.Verdict != Verdict.Refused && !judged.Reasons.Any(reason => reason.MessageKey is ReasonKey.PolicyGap or ReasonKey.PolicyFault);
}
