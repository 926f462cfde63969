namespace Portal.Returns.Policies;

/// <summary>No person needs to look.</summary>
public sealed record Approve : Answer
{
    internal override IReadOnlyList<(string Key, string Value)> Entries => [("approve", "true")];
}

/// <summary>A person looks first.</summary>
/// <param name="ReasonKey">Key of the sentence that says why.</param>
public sealed record Review(string ReasonKey) : Answer
{
    internal override IReadOnlyList<(string Key, string Value)> Entries => [("review", ReasonKey)];
}
