using Portal.Returns.Policies;

namespace Portal.Returns.Decisions;

/// <summary>What would be granted instead of a refusal: a claim should the item turn out damaged, then a withdrawal.</summary>
internal static class NearestGrant
{
    public static Alternative? Find(Policy? policy, Situation at, Decision refused)
    {
        if (policy is not null && at.Request.Reason != Reason.Damaged)
        {
            var claim = ClaimJudge.Judge(policy, at.As(RequestKind.Claim, Reason.Damaged));
            if (claim.Verdict != Verdict.Refused && !claim.Reasons.Any(reason => reason.MessageKey is ReasonKey.PolicyGap or ReasonKey.PolicyFault))
            {
                return new Alternative(RequestKind.Claim, Reason.Damaged, claim.Deadline);
            }
        }

        if (refused.Other?.Kind != RequestKind.Withdrawal && at.Statute is { } law)
        {
            var withdrawal = WithdrawalJudge.Judge(law, policy, at.As(RequestKind.Withdrawal, Reason.ChangedMind), refused);
            if (withdrawal.Verdict == Verdict.Approved)
            {
                return new Alternative(RequestKind.Withdrawal, Reason.ChangedMind, withdrawal.Deadline);
            }
        }

        return null;
    }
}
