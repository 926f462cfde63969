using NodaTime;

namespace Portal.Returns.Policies;

/// <summary>A dated document that says what the shop grants: for each question an ordered list of rules, of which the first that matches answers.</summary>
public sealed record Policy
{
    private readonly Rule[][] _byQuestion = [.. Enumerable.Repeat(Array.Empty<Rule>(), QuestionNames.Count)];

    /// <summary>Its name, the first part of the names of its values.</summary>
    public required string Name { get; init; }

    /// <summary>The first day, in the market's zone, on which an order is placed under it.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The markets it holds for, or null for all.</summary>
    public IReadOnlyList<string>? Markets { get; init; }

    /// <summary>The article that a refusal links to when its rule names none.</summary>
    public string? ArticleKey { get; init; }

    /// <summary>The article about what the law grants, or null.</summary>
    public string? LawArticleKey { get; init; }

    /// <summary>Named values that rules and articles both read, in the order of the document.</summary>
    public IReadOnlyList<Limit> Limits { get; init; } = [];

    public IReadOnlyList<Rule> Rules
    {
        get;
        init => (field, _byQuestion) = (value, [.. Enum.GetValues<Question>().Select(question => value.Where(rule => rule.Question == question).ToArray())]);
    } = [];

    /// <summary>SHA-256 of the canonical form (<see cref="PolicyWriter"/>), lower-case hex: comments and spaces do not change it.</summary>
    public required string Hash { get; init; }

    /// <summary>The document as it was read, kept with every case it decided.</summary>
    public required string Text { get; init; }

    /// <summary>The rules of one question, in their order.</summary>
    public IReadOnlyList<Rule> Ask(Question question) => RulesOf(question);

    internal Rule[] RulesOf(Question question) => _byQuestion[(int)question];
}
