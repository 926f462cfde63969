namespace Portal.Web.Cases;

/// <summary>The text of a policy that decided a case, kept by its hash for replay.</summary>
public sealed class StoredPolicy
{
    /// <summary>SHA-256 of the text, lower-case hex.</summary>
    public required string Hash { get; init; }

    public required string Name { get; init; }

    public required string Text { get; init; }
}
