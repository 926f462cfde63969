namespace Portal.Returns.Policies.Proof;

/// <summary>One finding of <c>policy check</c>.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="File">The document's name as it was given.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">A sentence without a full stop.</param>
public sealed record PolicyFinding(FindingKind Kind, string File, long Line, long Column, string Message)
{
    /// <summary>The question it is about, or null for the document.</summary>
    public Question? Question { get; init; }

    /// <summary>The rule it is about, or null for a whole question.</summary>
    public string? RuleId { get; init; }

    /// <summary>A second rule: the one that a contradiction is with, in another question.</summary>
    public string? OtherRuleId { get; init; }

    /// <summary>The markets in which it holds.</summary>
    public IReadOnlyList<string> Markets { get; init; } = [];

    /// <summary>A request that shows it, found by running the engine on it; null where none can exist or none was found.</summary>
    public CounterExample? Example { get; init; }

    public FindingSeverity Severity => Kind switch
    {
        FindingKind.BelowLaw or FindingKind.Contradiction or FindingKind.Fault => FindingSeverity.Error,
        FindingKind.LawBeside or FindingKind.NoFloor or FindingKind.NeverInForce => FindingSeverity.Info,
        _ => FindingSeverity.Warning,
    };

    /// <summary>One line with the place, and one with the example.</summary>
    public override string ToString()
    {
        var place = $"{File}:{Invariant.Text(Line)}:{Invariant.Text(Column)}: {Severity.ToString().ToLowerInvariant()}: {Message}";
        var markets = Markets.Count == 0 ? "" : $" [{string.Join(", ", Markets)}]";
        return Example is null ? place + markets : $"{place}{markets}\n  for example: {Example}";
    }
}
