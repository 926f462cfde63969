namespace Portal.Returns.Policies;

/// <summary>No person needs to look.</summary>
public sealed record Approve : Answer
{
    protected override string Text => "approve: true";
}

/// <summary>A person looks first.</summary>
/// <param name="ReasonKey">Key of the sentence that says why.</param>
public sealed record Review(string ReasonKey) : Answer
{
    protected override string Text => $"review: {ReasonKey}";
}
