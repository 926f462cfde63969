namespace Portal.Returns.Policies;

/// <summary>Something wrong in a policy document.</summary>
/// <param name="File">The document's name as it was given.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">What is wrong, a sentence without a full stop.</param>
/// <param name="Fix">What to do about it, or null.</param>
public sealed record PolicyError(string File, long Line, long Column, string Message, string? Fix = null)
{
    public override string ToString() =>
        $"{File}:{Invariant.Text(Line)}:{Invariant.Text(Column)}: {Message}{(Fix is null ? "" : $" ({Fix})")}";
}

/// <summary>What became of a document: a policy, or the errors that prevent it, in the order of the text.</summary>
/// <param name="Policy">Null when there are errors.</param>
/// <param name="Errors">All of them, not only the first.</param>
public sealed record PolicyReading(Policy? Policy, IReadOnlyList<PolicyError> Errors);
