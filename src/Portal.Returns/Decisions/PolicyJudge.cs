using NodaTime;
using Portal.Returns.Policies;

namespace Portal.Returns.Decisions;

/// <summary>Judges a return or a claim by the shop's policy: every question in its order.</summary>
internal static class PolicyJudge
{
    public static Decision Judge(Policy? policy, Situation at)
    {
        var draft = new DecisionDraft(policy, at);
        if (policy is null)
        {
            var reason = draft.Engine(ReasonKey.NoPolicy, "policy", ("placed", Invariant.Text(at.PlacedOn)));
            draft.Say(Verdict.NeedsReview, reason with { IsInternal = true });
            return draft.Finish();
        }

        Eligibility(draft);
        Delivery(draft, at);
        Window(draft, at);
        if (draft.Verdict != Verdict.Refused)
        {
            if (draft.Ask(Question.Resolutions)?.Answer is Offer offer)
            {
                (draft.Resolutions, draft.Bonus) = (offer.Resolutions, offer.Fixed);
            }

            draft.Shipments = draft.Ask(Question.Shipment)?.Answer is Ship ship ? ship.Methods : [];
            draft.Fees = draft.Ask(Question.Fees)?.Answer is Charge { Fees.Count: > 0 } charge ? [.. charge.Fixed] : [];
            (draft.RefundWhen, draft.RefundFirst) = draft.Ask(Question.RefundWhen)?.Answer is RefundAt refund ? (refund.Moment, refund.First) : (RefundMoment.Received, []);
            if (draft.Ask(Question.Review) is (var rule, Review review))
            {
                draft.Say(Verdict.NeedsReview, draft.Because(rule, review.ReasonKey));
            }
        }

        return draft.Finish();
    }

    private static void Eligibility(DecisionDraft draft)
    {
        if (draft.Ask(Question.Eligibility) is (var rule, Refuse refuse))
        {
            draft.Say(Verdict.Refused, draft.Because(rule, refuse.ReasonKey));
        }
    }

    private static void Delivery(DecisionDraft draft, Situation at)
    {
        if (!at.IsShipped && at.Request.Reason is not (Reason.Missing or Reason.Late))
        {
            draft.Say(Verdict.Refused, draft.Engine(ReasonKey.NotDelivered, "delivery"));
        }
    }

    private static void Window(DecisionDraft draft, Situation at)
    {
        if (draft.Ask(Question.Window) is not (var rule, WindowAnswer window)
            || Start(window.From, at) is not { } start)
        {
            return;
        }

        var counted = start.PlusDays(window.Days.In(at.Order.Market));
        var deadline = window.NotBefore?.Find(at.Order.Market) is { } notBefore ? LocalDate.Max(counted, notBefore) : counted;
        draft.Deadline = deadline;
        if (at.Today > deadline)
        {
            var over = draft.Engine(ReasonKey.WindowOver, Question.Window.Name(), ("until", Invariant.Text(deadline)));
            draft.Say(Verdict.Refused, over with { RuleId = rule.Id, ArticleKey = rule.ArticleKey ?? over.ArticleKey });
        }
    }

    private static LocalDate? Start(WindowStart start, Situation at) => start switch
    {
        WindowStart.Order => at.PlacedOn,
        WindowStart.Shipment => at.LineShippedOn,
        _ => at.LineDeliveredOn,
    };
}
