namespace Portal.Returns.Decisions;

/// <summary>What one question answered and how. Texts and reasons are worked out when somebody reads them.</summary>
public sealed record QuestionTrace
{
    private readonly object _answer;
    private readonly RuleSearch? _search;

    /// <summary>What the law itself says, by some facts.</summary>
    internal QuestionTrace(string question, object answer, IReadOnlyList<UsedFact> facts) => (Question, _answer, Facts, Skipped) = (question, answer, facts, []);

    /// <summary>What the rules say.</summary>
    internal QuestionTrace(string question, RuleSearch search, object answer) =>
        (Question, _search, _answer, RuleId, IsInternal, IsFault) = (question, search, answer, search.Found?.Id, search.IsFault || search.Found is { IsInternal: true }, search.IsFault);

    /// <summary>The question's name, such as <c>window</c>; <c>law</c> for what the law grants.</summary>
    public string Question { get; }

    /// <summary>The rule that answered, or null when none matched.</summary>
    public string? RuleId { get; }

    /// <summary>The answer as one line of the policy language, with the values of the order's market.</summary>
    public string Answer => _answer.ToString()!;

    /// <summary>The facts that the matching rule used, with their values.</summary>
    public IReadOnlyList<UsedFact> Facts => field ??= _search!.Used;

    /// <summary>The rules before it, each with the fact that did not match.</summary>
    public IReadOnlyList<SkippedRule> Skipped => field ??= _search!.Skipped;

    /// <summary>The rule is marked so: a shopper reads what it answers, and not which facts decided.</summary>
    public bool IsInternal { get; }

    /// <summary>The rule could not be judged; <see cref="Answer"/> says why.</summary>
    public bool IsFault { get; }
}

/// <summary>A fact with its value as invariant text.</summary>
public sealed record UsedFact
{
    private readonly object _value;

    /// <param name="name">The fact's name in a policy document.</param>
    /// <param name="value">What gives the value as invariant text.</param>
    public UsedFact(string name, object value) => (Name, _value) = (name, value);

    /// <summary>The fact's name in a policy document.</summary>
    public string Name { get; }

    /// <summary>The value as invariant text: an ISO day, <see cref="Money.ToString"/>, <c>true</c>, <c>[a, b]</c>, <c>unknown</c>.</summary>
    public string Value => _value.ToString()!;

    public bool Equals(UsedFact? other) => other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && string.Equals(Value, other.Value, StringComparison.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Name, Value);
}

/// <summary>A rule that did not match, and the first fact that made it so.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Fact">The fact, or null when it was none alone.</param>
/// <param name="Wanted">What the rule wanted of it.</param>
/// <param name="IsInternal">A shopper never reads which limit it was.</param>
public sealed record SkippedRule(string RuleId, UsedFact? Fact, Wanted Wanted, bool IsInternal = false);
