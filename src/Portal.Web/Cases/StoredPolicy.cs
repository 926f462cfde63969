namespace Portal.Web.Cases;

/// <summary>The text of a policy that decided a case, as it was read, kept for replay. Of texts that differ only in comments and spaces the first is kept.</summary>
public sealed class StoredPolicy
{
    /// <summary>SHA-256 of the canonical form, lower-case hex; reading the text gives it again.</summary>
    public required string Hash { get; init; }

    public required string Name { get; init; }

    public required string Text { get; init; }
}
