using System.Collections.ObjectModel;
using NodaTime;
using Portal.Returns.Policies;

namespace Portal.Returns.Decisions;

/// <summary>A decision while it is made: approved until something lowers it, and nothing raises it again.</summary>
internal sealed class DecisionDraft(Policy? policy, Situation at)
{
    private readonly List<(Verdict Weight, DecisionReason Reason)> _reasons = [];
    private readonly List<QuestionTrace> _trace = new(QuestionNames.Count);

    public Verdict Verdict { get; private set; } = Verdict.Approved;

    public LocalDate? Deadline { get; set; }

    public IReadOnlyList<Resolution> Resolutions { get; set; } = [];

    public Bonus? Bonus { get; set; }

    public IReadOnlyList<ShipmentMethod> Shipments { get; set; } = [];

    public IReadOnlyList<Fee> Fees { get; set; } = [];

    public RefundMoment RefundWhen { get; set; } = RefundMoment.Received;

    public IReadOnlyList<string> RefundFirst { get; set; } = [];

    /// <summary>Asks the policy. Where no rule answers, or one cannot be judged, a person must decide.</summary>
    public (Rule Rule, Answer Answer)? Ask(Question question)
    {
        var (answered, failure) = TryAsk(question);
        if (failure is not null)
        {
            Say(Verdict.NeedsReview, failure);
        }
        else if (answered is { Rule: { ReasonKey: { } key } rule })
        {
            Say(Verdict.Approved, Because(rule, key));
        }

        return answered;
    }

    /// <summary>Asks the policy something on which the decision does not depend; the answer is traced either way.</summary>
    public ((Rule Rule, Answer Answer)? Answered, DecisionReason? Failure) TryAsk(Question question)
    {
        var name = question.Name();
        var rules = policy is null ? [] : policy.RulesOf(question);
        var end = 0;
        try
        {
            while (end < rules.Length && !rules[end].When.Holds(at.Facts))
            {
                end++;
            }

            if (end < rules.Length)
            {
                IReadOnlyList<UsedFact> used = [];
                var answer = rules[end].Answer.In(at, ref used);
                _trace.Add(new QuestionTrace(name, new RuleSearch(rules, end, at.Facts, used), answer));
                return ((rules[end], answer), null);
            }
        }
        catch (Exception exception)
        {
            // Whatever went wrong, the answer is a person's and never an approval.
            _trace.Add(new QuestionTrace(name, new RuleSearch(rules, end, at.Facts, [], isFault: true), $"fault: {exception.Message}"));
            var fault = Engine(ReasonKey.PolicyFault, name, ("question", name), ("fault", exception.Message));
            return (null, fault with { RuleId = rules[end].Id, IsInternal = true });
        }

        _trace.Add(new QuestionTrace(name, new RuleSearch(rules, end, at.Facts, []), ""));
        return (null, Engine(ReasonKey.PolicyGap, name, ("question", name)) with { IsInternal = true });
    }

    public void Trace(QuestionTrace trace) => _trace.Add(trace);

    /// <summary>Adds a reason and lowers the verdict to its weight.</summary>
    public void Say(Verdict weight, DecisionReason reason)
    {
        _reasons.Add((weight, reason));
        Verdict = (Verdict)Math.Max((int)Verdict, (int)weight);
    }

    /// <summary>A reason that a rule of the policy gives.</summary>
    public DecisionReason Because(Rule rule, string key) =>
        new(key, rule.Question.Name(), rule.Id, rule.ArticleKey ?? policy?.ArticleKey, rule.IsInternal, Arguments());

    /// <summary>A reason that the engine itself gives.</summary>
    public DecisionReason Engine(string key, string question, params ReadOnlySpan<(string Name, string Value)> arguments) =>
        new(key, question, RuleId: null, policy?.ArticleKey, IsInternal: false, Arguments(arguments));

    /// <summary>A reason that the law gives.</summary>
    public DecisionReason Law(string key, params ReadOnlySpan<(string Name, string Value)> arguments) =>
        new(key, "law", RuleId: null, policy?.LawArticleKey, IsInternal: false, Arguments(arguments));

    /// <summary>Says that the law takes the place of what rules refused.</summary>
    public void Override(string key, string law, IEnumerable<DecisionReason> refused)
    {
        foreach (var overridden in refused)
        {
            if (overridden.RuleId is { } rule)
            {
                Override(key, law, overridden.MessageKey, rule, overridden.IsInternal);
            }
        }
    }

    /// <summary>Says that the law takes the place of what a rule answered to a question of another judgement.</summary>
    public void Override(string key, string law, Question question, Decision judged, IReadOnlyCollection<string> what)
    {
        if (what.Count == 0)
        {
            return;
        }

        var id = judged.Trace.LastOrDefault(trace => string.Equals(trace.Question, question.Name(), StringComparison.Ordinal))?.RuleId;
        if (policy?.Ask(question).FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.Ordinal)) is { } rule)
        {
            foreach (var overridden in what)
            {
                Override(key, law, overridden, rule.Id, rule.IsInternal);
            }
        }
    }

    public Decision Finish()
    {
        var refused = Verdict == Verdict.Refused;
        return new Decision
        {
            Request = at.Request,
            Kind = at.Kind,
            Verdict = Verdict,
            Deadline = Deadline,
            Resolutions = refused ? [] : Resolutions,
            Bonus = refused ? null : Bonus,
            Shipments = refused ? [] : Shipments,
            Fees = refused ? [] : Fees,
            RefundWhen = RefundWhen,
            RefundFirst = RefundFirst,
            Reasons = _reasons switch
            {
                [] => [],
                [var only] => [only.Reason],
                _ => [.. _reasons.OrderByDescending(reason => reason.Weight).Select(reason => reason.Reason)],
            },
            Trace = _trace,
            PolicyName = policy?.Name ?? "",
            PolicyHash = policy?.Hash ?? "",
        };
    }

    private void Override(string key, string law, string reason, string ruleId, bool isInternal) => Say(
        Verdict.Approved,
        Law(key, ("law", law), ("reason", reason), ("rule", isInternal ? "" : ruleId)) with { RuleId = ruleId });

    private static IReadOnlyDictionary<string, string> Arguments(params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        if (arguments.IsEmpty)
        {
            return ReadOnlyDictionary<string, string>.Empty;
        }

        var sorted = new SortedList<string, string>(arguments.Length, StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            sorted.Add(name, value);
        }

        return sorted;
    }
}
