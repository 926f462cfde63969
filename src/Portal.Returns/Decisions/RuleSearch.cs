using Portal.Returns.Policies;

namespace Portal.Returns.Decisions;

/// <summary>Where the search through the rules of a question ended. Why it passed over the rules before is worked out when somebody asks.</summary>
/// <param name="rules">The rules in their order.</param>
/// <param name="end">The index of the rule that matched or could not be judged; their number when none did.</param>
/// <param name="facts">What they were held against.</param>
/// <param name="further">What the answer read beside the condition.</param>
/// <param name="isFault">The rule could not be judged.</param>
internal sealed class RuleSearch(Rule[] rules, int end, FactLookup facts, IReadOnlyList<UsedFact> further, bool isFault = false)
{
    public Rule? Found => end < rules.Length ? rules[end] : null;

    public bool IsFault => isFault;

    /// <summary>The facts that the rule used.</summary>
    public IReadOnlyList<UsedFact> Used => isFault || Found is not { } rule ? [] : [.. rule.When.Explain(facts).Used, .. further];

    /// <summary>The rules before it, each with the fact that did not match.</summary>
    public IReadOnlyList<SkippedRule> Skipped => [.. rules.Take(end).Select(Skip)];

    private SkippedRule Skip(Rule rule)
    {
        var outcome = rule.When.Explain(facts);
        return new SkippedRule(rule.Id, outcome.Failed, outcome.Wanted!, rule.IsInternal);
    }
}
