namespace Portal.Returns.Decisions;

/// <summary>What one question answered and how. Its texts are made when somebody reads them.</summary>
public sealed record QuestionTrace
{
    private readonly object _answer;

    /// <param name="question">The question's name, such as <c>window</c>.</param>
    /// <param name="ruleId">The rule that answered, or null when none matched.</param>
    /// <param name="answer">What gives the answer as text.</param>
    /// <param name="facts">The facts that the matching rule used.</param>
    /// <param name="skipped">The rules before it, each with the fact that did not match.</param>
    public QuestionTrace(string question, string? ruleId, object answer, IReadOnlyList<UsedFact> facts, IReadOnlyList<SkippedRule> skipped) =>
        (Question, RuleId, _answer, Facts, Skipped) = (question, ruleId, answer, facts, skipped);

    /// <summary>The question's name, such as <c>window</c>; <c>law</c> for what the law grants.</summary>
    public string Question { get; }

    /// <summary>The rule that answered, or null when none matched.</summary>
    public string? RuleId { get; }

    /// <summary>The answer as one line of the policy language, with the values of the order's market.</summary>
    public string Answer => _answer.ToString()!;

    /// <summary>The facts that the matching rule used, with their values.</summary>
    public IReadOnlyList<UsedFact> Facts { get; }

    /// <summary>The rules before it, each with the fact that did not match.</summary>
    public IReadOnlyList<SkippedRule> Skipped { get; }

    /// <summary>The rule is marked so: a shopper reads what it answers, and not which facts decided.</summary>
    public bool IsInternal { get; init; }

    /// <summary>The rule could not be judged; <see cref="Answer"/> says why.</summary>
    public bool IsFault { get; init; }
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
