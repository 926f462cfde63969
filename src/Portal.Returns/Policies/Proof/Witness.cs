using Portal.Returns.Decisions;

namespace Portal.Returns.Policies.Proof;

/// <summary>A request that may show something, and what the engine makes of it.</summary>
internal sealed class Witness(PolicyBook policies, Policy policy, Situation at)
{
    private readonly Lazy<IReadOnlyList<Decision>> _decisions = new(() => [.. Judgements(ReturnEngine.Decide(policies, at.Order, at.Request, at.Now))]);

    public Situation At => at;

    /// <summary>The decision, and the other judgements that it keeps.</summary>
    public IReadOnlyList<Decision> Decisions => _decisions.Value;

    /// <summary>The law grants a withdrawal.</summary>
    public bool IsWithdrawn => Decisions.Any(decision => decision is { Kind: RequestKind.Withdrawal, Verdict: Verdict.Approved });

    /// <summary>The rule answers when the policy is asked as the request is meant.</summary>
    public bool IsAnsweredBy(Rule rule) => new DecisionDraft(policy, at).TryAsk(rule.Question).Answered is (var answering, _) && ReferenceEquals(answering, rule);

    /// <summary>Why a rule cannot be judged, as the engine says; null where it can, or does not come to it.</summary>
    public string? FaultOf(Rule rule) =>
        new DecisionDraft(policy, at).TryAsk(rule.Question).Failure is { MessageKey: ReasonKey.PolicyFault } fault && string.Equals(fault.RuleId, rule.Id, StringComparison.Ordinal)
            ? fault.Arguments["fault"].TrimEnd('.')
            : null;

    /// <summary>The decision, or another judgement in it, gives a reason.</summary>
    public bool Says(string key, Rule? rule = null, Question? question = null) => Decisions.SelectMany(decision => decision.Reasons).Any(reason =>
        string.Equals(reason.MessageKey, key, StringComparison.Ordinal)
        && (rule is null || string.Equals(reason.RuleId, rule.Id, StringComparison.Ordinal))
        && (question is null || string.Equals(reason.Question, question.Value.Name(), StringComparison.Ordinal)));

    /// <summary>The engine came to a rule and no further.</summary>
    public bool Traces(Rule rule) => Decisions.Any(decision => Traces(decision, rule));

    /// <summary>One judgement, which does not refuse, has the answers of all these rules.</summary>
    public bool Combines(params IReadOnlyList<Rule> rules) => Decisions.Any(decision => decision.Verdict != Verdict.Refused && rules.All(rule => Traces(decision, rule)));

    private static bool Traces(Decision decision, Rule rule) => decision.Trace.Any(trace =>
        string.Equals(trace.Question, rule.Question.Name(), StringComparison.Ordinal) && string.Equals(trace.RuleId, rule.Id, StringComparison.Ordinal));

    private static IEnumerable<Decision> Judgements(Decision? decision)
    {
        for (; decision is not null; decision = decision.Other)
        {
            yield return decision;
        }
    }
}
