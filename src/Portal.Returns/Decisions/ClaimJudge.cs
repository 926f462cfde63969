using NodaTime;
using Portal.Returns.Policies;
using Portal.Returns.Statutes;

namespace Portal.Returns.Decisions;

/// <summary>
/// Judges a claim by the shop's policy and, for a consumer whose law is known, by that law. The policy may grant more; where it
/// refuses what the law grants, charges for it, or offers nothing that the law knows, the law decides and the policy's own
/// answer is kept. What the law then gives, a person carries out.
/// </summary>
internal static class ClaimJudge
{
    private static readonly Resolution[] InsteadOfNothing = [Resolution.Replacement, Resolution.Refund];

    public static Decision Judge(Policy? policy, Situation at)
    {
        var judged = PolicyJudge.Judge(policy, at);
        return (at.ClaimStatute, at.Request.Reason) switch
        {
            (null, _) => judged,

            // What came late has come: the law leaves it at the right to withdraw.
            (_, Reason.Late) when at.IsDelivered => judged,

            // What is still on its way is not due, whatever the policy says to it.
            ({ } law, Reason.Missing or Reason.Late) => judged.Verdict == Verdict.Refused
                ? judged
                : Raise(new DecisionDraft(policy, at), law.DeliveryName, InsteadOfNothing, judged),

            ({ } law, _) => Better(policy, at, law, judged),
        };
    }

    private static Decision Better(Policy? policy, Situation at, ClaimStatute law, Decision judged)
    {
        var byLaw = ByLaw(policy, at, law, judged);
        if (byLaw.Verdict == Verdict.Refused)
        {
            return judged with { Other = byLaw };
        }

        if (judged.Verdict == Verdict.Refused)
        {
            return byLaw with { Other = judged };
        }

        var raised = Raise(new DecisionDraft(policy, at), law.Name, byLaw.Resolutions, judged);
        return raised with
        {
            Deadline = raised.Deadline is { } own && byLaw.Deadline is { } legal ? LocalDate.Max(own, legal) : null,
            Trace = [.. raised.Trace, byLaw.Trace[0]],
            Other = raised.Other ?? byLaw,
        };
    }

    private static Decision ByLaw(Policy? policy, Situation at, ClaimStatute law, Decision judged)
    {
        var draft = new DecisionDraft(policy, at);
        var delivered = at.LineDeliveredOn;
        draft.Trace(new QuestionTrace(
            "law",
            new LegalPeriod("claim", law.Years, "years", delivered),
            [new UsedFact("market", at.Order.Market)]));
        if (delivered is { } day)
        {
            draft.Deadline = at.Today > law.Deadline(day) ? law.LastingDeadline(day) : law.Deadline(day);
        }

        if (!at.IsShipped)
        {
            draft.Say(Verdict.Refused, draft.Law(ReasonKey.NotDelivered));
        }
        else if (draft.Deadline is { } deadline && at.Today > deadline)
        {
            draft.Say(Verdict.Refused, draft.Law(ReasonKey.WindowOver, ("until", Invariant.Text(deadline))));
        }
        else
        {
            draft.Say(Verdict.NeedsReview, draft.Law(ReasonKey.LegalRemedy, ("law", law.Name)));
            draft.Resolutions = law.RemediesOn(at.Today, delivered);
            draft.Shipments = draft.TryAsk(Question.Shipment).Answered is (_, Ship ship) ? ship.Methods : [ShipmentMethod.SendBack];
            (draft.RefundWhen, draft.RefundFirst) = draft.TryAsk(Question.RefundWhen).Answered is (_, RefundAt refund) ? (refund.Moment, refund.First) : (RefundMoment.Received, []);
            if (judged.Verdict == Verdict.Refused)
            {
                draft.Override(ReasonKey.LawOverridesClaim, law.Name, judged.Reasons);
            }
        }

        return draft.Finish();
    }

    /// <summary>The policy's answer without fees, and with what the law owes where it offers neither the money nor all of that.</summary>
    private static Decision Raise(DecisionDraft draft, string law, IReadOnlyList<Resolution> owed, Decision judged)
    {
        draft.Override(ReasonKey.ClaimIsFree, law, Question.Fees, judged, judged.Fees.Count == 0 ? [] : [.. judged.Fees.Select(fee => fee.MessageKey)]);
        var (verdict, offered) = (judged.Verdict, judged.Resolutions);

        // Where no rule offered anything, a person decides all of it.
        if (offered.Count > 0 && !offered.Contains(Resolution.Refund) && !owed.All(offered.Contains))
        {
            draft.Override(ReasonKey.LawOverridesClaim, law, Question.Resolutions, judged, [Question.Resolutions.Name()]);
            if (!owed.Contains(Resolution.Refund) && !owed.Any(offered.Contains))
            {
                draft.Say(Verdict.NeedsReview, draft.Law(ReasonKey.LegalRemedy, ("law", law)));
            }

            (verdict, offered) = ((Verdict)Math.Max((int)verdict, (int)draft.Verdict), [.. owed.Union(offered)]);
        }

        var reasons = draft.Finish().Reasons;
        return reasons.Count == 0 ? judged : judged with
        {
            Verdict = verdict,
            Resolutions = offered,
            Fees = [],
            Reasons = verdict == judged.Verdict ? [.. judged.Reasons, .. reasons] : [.. reasons, .. judged.Reasons],
            Other = judged,
        };
    }
}
