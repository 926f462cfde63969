using Portal.Returns.Decisions;

namespace Portal.Returns.Policies.Proof;

/// <summary>What the engine makes of a policy in a market, as formulas: which rule answers, and whether it goes on asking.</summary>
internal sealed class PolicyFormulas
{
    private readonly Policy _policy;
    private readonly Space _space;
    private readonly Translation _translation;
    private readonly Dictionary<Rule, Formula> _when;

    public PolicyFormulas(Policy policy, Space space)
    {
        (_policy, _space, _translation) = (policy, space, new Translation(space));
        _when = policy.Rules.ToDictionary(rule => rule, rule => _translation.Of(rule.When), (IEqualityComparer<Rule>)ReferenceEqualityComparer.Instance);
        Proceeds = new Formula.Not(new Formula.Any([NotDelivered(), .. Rules<Refuse>(Question.Eligibility).Select(pair => Answers(pair.Rule)), .. Rules<WindowAnswer>(Question.Window).Select(pair => IsOver(pair.Rule, pair.Answer))]));
    }

    /// <summary>Neither what may be asked for, nor the delivery, nor the window refuses it, so that the other questions are asked.</summary>
    public Formula Proceeds { get; }

    /// <summary>The rules of a question that answer in a certain way.</summary>
    public IEnumerable<(Rule Rule, T Answer)> Rules<T>(Question question)
        where T : Answer => _policy.Ask(question).Where(rule => rule.Answer is T).Select(rule => (rule, (T)rule.Answer));

    /// <summary>The rule's own condition holds.</summary>
    public Formula Matches(Rule rule) => new Formula.Judged(_when[rule]);

    /// <summary>The rule answers its question: it matches, none before it does, and its answer has a value.</summary>
    public Formula Answers(Rule rule) => new Formula.All([.. Before(rule), Matches(rule), new Formula.Not(Faults(rule.Answer))]);

    /// <summary>The question comes to the rule, and that cannot be judged.</summary>
    public Formula Faults(Rule rule) => new Formula.All(
    [
        .. Before(rule),
        new Formula.Any(new Formula.Faulty(_when[rule]), new Formula.All(Matches(rule), Faults(rule.Answer))),
    ]);

    /// <summary>No rule answers.</summary>
    public Formula IsUnanswered(Question question) => new Formula.All([.. _policy.Ask(question).Select(IsPassed)]);

    /// <summary>The question is asked before the decision stands.</summary>
    public Formula IsAsked(Question question) => question is Question.Eligibility or Question.Window ? Space.IsAsked : new Formula.All(Space.IsAsked, Proceeds);

    /// <summary>The rule answers with a window that is over.</summary>
    public Formula IsOver(Rule rule, WindowAnswer window)
    {
        if (window.Days.Find(_space.Market.Code) is not { } days)
        {
            return Formula.Never;
        }

        var (start, isKnown) = window.From switch
        {
            WindowStart.Order => (Event.Placed, Formula.Always),
            WindowStart.Shipment => (Event.Shipped, _space.IsShipmentKnown()),
            _ => (Event.Delivered, _space.IsDelivered()),
        };
        var isPast = window.NotBefore?.Find(_space.Market.Code) is { } notBefore
            ? new Formula.Days(Distance.AtLeast(Event.Epoch, Event.Asked, Ranges.DayNumber(notBefore) + 1))
            : Formula.Always;
        return new Formula.All(Answers(rule), isKnown, new Formula.Days(Distance.AtLeast(start, Event.Asked, days + 1L)), isPast);
    }

    /// <summary>The rule charges a fee that comes to more than nothing.</summary>
    public Formula Charges(Rule rule, ChargedFee fee) => fee.Amount.Find(_space.Market.Code) is { Amount: null, Percent: > 0 } or { Amount.Minor: > 0 }
        ? new Formula.All(Answers(rule), new Formula.Not(Waives(fee)))
        : Formula.Never;

    private IEnumerable<Formula> Before(Rule rule) => _policy.Ask(rule.Question).TakeWhile(earlier => !ReferenceEquals(earlier, rule)).Select(IsPassed);

    private Formula IsPassed(Rule rule) => new Formula.Judged(new Formula.Not(_when[rule]));

    private Formula Waives(ChargedFee fee) => fee.Waive is null ? Formula.Never : new Formula.Judged(_translation.Of(fee.Waive));

    /// <summary>An answer without a value in the market, or in another currency.</summary>
    private Formula Faults(Answer answer) => answer switch
    {
        WindowAnswer window when window.Days.Find(_space.Market.Code) is null => Formula.Always,
        Offer { Bonus: { } bonus } when bonus.Find(_space.Market.Code) is { } rate && !IsPayable(rate) => Formula.Always,
        Charge charge => new Formula.Any([.. charge.Fees.Select(Faults)]),
        _ => Formula.Never,
    };

    private Formula Faults(ChargedFee fee)
    {
        Formula waive = fee.Waive is null ? Formula.Never : _translation.Of(fee.Waive);
        return fee.Amount.Find(_space.Market.Code) is { } rate && IsPayable(rate)
            ? new Formula.Faulty(waive)
            : new Formula.Any(new Formula.Faulty(waive), new Formula.Not(new Formula.Judged(waive)));
    }

    private bool IsPayable(Rate rate) => rate.Amount is not { } amount || amount.Currency == _space.Market.Currency;

    private Formula.All NotDelivered() => new(_space.Is(Travel.Unshipped), new Formula.Not(_space.Is(Reason.Missing, Reason.Late)));
}
