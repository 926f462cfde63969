using NodaTime;
using Portal.Returns.Policies;
using Portal.Returns.Refunds;
using Portal.Returns.Statutes;

namespace Portal.Returns.Decisions;

/// <summary>The engine: policies, the facts of an order, a request and an instant in; a decision with all its reasons out.</summary>
public static class ReturnEngine
{
    /// <summary>Changes whenever the same facts could give another answer; a decision records it.</summary>
    public const string Version = "3";

    /// <summary>
    /// Decides one line. The shopper never picks the kind: damaged, defective, wrong, missing, late or not as described is a claim;
    /// anything else is judged as a return and, for a consumer whose law knows it, as a withdrawal, and the better answer wins.
    /// No policy decides below the law: a consumer's claim is held against it too.
    /// The policy is the one in force in the market when the order was placed. What cannot be judged goes to review.
    /// </summary>
    /// <exception cref="ArgumentException">The line does not exist, or the quantity is not between 1 and the line's.</exception>
    public static Decision Decide(PolicyBook policies, OrderFacts facts, ReturnRequest request, Instant now)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(request);
        var at = Ask(new OrderMoment(facts, now), request);
        var decision = Answer(policies, at);
        return decision.Verdict == Verdict.Refused && at.CanBeJudged ? Explain(PolicyFor(policies, at), at, decision) : decision;
    }

    /// <summary>What is asked for, before any policy is; it may be decided by several.</summary>
    /// <exception cref="ArgumentException">The line does not exist, or the quantity is not between 1 and the line's.</exception>
    internal static Situation Ask(OrderMoment moment, ReturnRequest request)
    {
        var line = RefundPlanner.Line(moment.Order, request.LineId);
        if (request.Quantity < 1 || request.Quantity > line.Quantity)
        {
            throw new ArgumentException($"Quantity {Invariant.Text(request.Quantity)} is not between 1 and {Invariant.Text(line.Quantity)}.", nameof(request));
        }

        return new Situation(moment, line, request, IsClaim(request.Reason) ? RequestKind.Claim : RequestKind.Return);
    }

    /// <summary>The decision without the nearest thing that would be granted.</summary>
    internal static Decision Answer(PolicyBook policies, Situation at)
    {
        var policy = PolicyFor(policies, at);
        if (!at.HasZone)
        {
            return WithoutZone(policy, at);
        }

        if (at.Pieces < at.Request.Quantity)
        {
            return AlreadyReturned(policy, at, at.Pieces);
        }

        return Judge(policy, at);
    }

    private static Policy? PolicyFor(PolicyBook policies, Situation at) => policies.InForce(at.Order.Market, at.PlacedOn);

    private static bool IsClaim(Reason reason) =>
        reason is Reason.Damaged or Reason.Defective or Reason.WrongItem or Reason.Missing or Reason.Late or Reason.NotAsDescribed;

    private static Decision Judge(Policy? policy, Situation at)
    {
        if (at.Kind == RequestKind.Claim)
        {
            return ClaimJudge.Judge(policy, at);
        }

        var judged = PolicyJudge.Judge(policy, at);
        return at.Statute is { } law
            ? Preference.Better(judged, WithdrawalJudge.Judge(law, policy, at.As(RequestKind.Withdrawal, at.Request.Reason), judged))
            : judged;
    }

    private static Decision Explain(Policy? policy, Situation at, Decision refused)
    {
        var explained = refused with { Alternative = NearestGrant.Find(policy, at, refused) };
        var wouldBeGranted = refused.Kind == RequestKind.Return
            && !at.Order.IsConsumer
            && StatuteBook.For(at.Order.Market) is { } law
            && WithdrawalJudge.Judge(law, policy, at.As(RequestKind.Withdrawal, at.Request.Reason), refused).Verdict == Verdict.Approved;
        return wouldBeGranted
            ? explained with { Reasons = [.. explained.Reasons, new DecisionDraft(policy, at).Law(ReasonKey.BusinessBuyer)] }
            : explained;
    }

    private static Decision AlreadyReturned(Policy? policy, Situation at, int left)
    {
        var draft = new DecisionDraft(policy, at);
        draft.Say(Verdict.Refused, draft.Engine(
            ReasonKey.AlreadyReturned,
            "ledger",
            ("asked", Invariant.Text(at.Request.Quantity)),
            ("left", Invariant.Text(left))));
        return draft.Finish();
    }

    private static Decision WithoutZone(Policy? policy, Situation at)
    {
        var draft = new DecisionDraft(policy, at);
        var fault = draft.Engine(ReasonKey.PolicyFault, "market", ("fault", $"'{at.Order.ZoneId}' is not a known time zone."), ("question", "market"));
        draft.Say(Verdict.NeedsReview, fault with { IsInternal = true });
        return draft.Finish();
    }
}
