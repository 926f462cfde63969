namespace Portal.Returns.Policies;

/// <summary>It may be asked for.</summary>
public sealed record Allow : Answer
{
    internal override IReadOnlyList<(string Key, string Value)> Entries => [("allow", "true")];
}

/// <summary>It may not be asked for.</summary>
/// <param name="ReasonKey">Key of the sentence that says why.</param>
public sealed record Refuse(string ReasonKey) : Answer
{
    internal override IReadOnlyList<(string Key, string Value)> Entries => [("refuse", ReasonKey)];
}
