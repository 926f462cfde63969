using Portal.Returns.Policies;
using Portal.Returns.Statutes;

namespace Portal.Returns.Decisions;

/// <summary>
/// Judges a withdrawal by the law alone. Of the policy it takes only what the law leaves to the shop: the return postage, and
/// which of several means of payment is paid back first; what the policy refuses does not count, and no person needs to look.
/// </summary>
internal static class WithdrawalJudge
{
    /// <summary>The only fee that may lower a withdrawal's refund.</summary>
    public const string ReturnPostage = "return-postage";

    public static Decision Judge(Statute law, Policy? policy, Situation at, Decision asReturn)
    {
        var draft = new DecisionDraft(policy, at);
        var start = law.StartsAt == PeriodStart.LastItemReceived ? at.OrderDeliveredOn : at.LineDeliveredOn;
        draft.Deadline = start is { } day ? law.Deadline(day) : null;
        draft.Trace(new QuestionTrace(
            "law",
            new LegalPeriod("withdrawal", law.WithdrawalDays, "days", start),
            [new UsedFact("market", at.Order.Market)]));

        if (FirstTag(at.Line, law.ExemptTags) is { } exemption)
        {
            draft.Say(Verdict.Refused, string.Equals(exemption, Exemption.MadeToMeasure, StringComparison.Ordinal)
                ? draft.Law(ReasonKey.MadeToMeasure)
                : draft.Law(ReasonKey.LawException, ("exemption", exemption)));
        }

        if (draft.Deadline is { } deadline && at.Today > deadline)
        {
            draft.Say(Verdict.Refused, draft.Law(ReasonKey.WindowOver, ("until", Invariant.Text(deadline))));
        }

        if (draft.Verdict != Verdict.Refused)
        {
            Grant(draft, law, policy, at, asReturn);
        }

        return draft.Finish();
    }

    private static void Grant(DecisionDraft draft, Statute law, Policy? policy, Situation at, Decision asReturn)
    {
        draft.Resolutions = [Resolution.Refund];
        draft.Shipments = [ShipmentMethod.SendBack];

        // Nothing can be received of what never left the shop.
        draft.RefundWhen = at.IsUnshipped ? RefundMoment.Requested : RefundMoment.Received;
        if (policy is not null && Array.Exists(policy.RulesOf(Question.RefundWhen), rule => rule.Answer is RefundAt { First.Count: > 0 }))
        {
            draft.RefundFirst = draft.TryAsk(Question.RefundWhen).Answered is (_, RefundAt refund) ? refund.First : [];
        }

        if (!at.IsUnshipped && draft.TryAsk(Question.Fees).Answered is (_, Charge charge))
        {
            draft.Fees = [.. charge.Fixed.Where(fee => IsLeftToTheShop(law, fee.MessageKey))];
        }

        if (FirstTag(at.Line, law.SealedTags) is not null)
        {
            draft.Say(Verdict.Approved, draft.Law(ReasonKey.SealUnbroken));
        }

        if (asReturn.Verdict == Verdict.Refused)
        {
            draft.Override(ReasonKey.LawOverrides, law.Name, asReturn.Reasons);
            return;
        }

        draft.Override(ReasonKey.LawOverrides, law.Name, Question.Fees, asReturn, asReturn.Fees.Count == 0 ? [] : [.. asReturn.Fees.Select(fee => fee.MessageKey).Where(key => !IsLeftToTheShop(law, key))]);
        if (asReturn.Resolutions.Count > 0 && !asReturn.Resolutions.Contains(Resolution.Refund))
        {
            draft.Override(ReasonKey.LawOverrides, law.Name, Question.Resolutions, asReturn, [Question.Resolutions.Name()]);
        }
    }

    public static bool IsLeftToTheShop(Statute law, string fee) =>
        law.ConsumerPaysPostageIfTold && string.Equals(fee, ReturnPostage, StringComparison.Ordinal);

    /// <summary>The first of these that is one of the line's tags, or its category; or null.</summary>
    private static string? FirstTag(LineFacts line, IReadOnlyList<string> tags)
    {
        for (var i = 0; i < tags.Count; i++)
        {
            if (line.Tags.Contains(tags[i], StringComparer.Ordinal) || string.Equals(line.Category, tags[i], StringComparison.Ordinal))
            {
                return tags[i];
            }
        }

        return null;
    }
}
