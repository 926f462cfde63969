namespace Portal.Returns.Policies;

/// <summary>One rule: when its condition holds, it answers its question.</summary>
/// <param name="Id">Unique within its question: small letters, digits and hyphens.</param>
/// <param name="Question">The question.</param>
/// <param name="When">When it matches.</param>
/// <param name="Answer">What it answers.</param>
/// <param name="ArticleKey">The article that explains it, or null for the policy's own.</param>
/// <param name="ReasonKey">Key of a sentence that tells why it answers so, where the answer has none of its own; or null.</param>
/// <param name="IsInternal">A shopper never reads which limit it was.</param>
public sealed record Rule(
    string Id,
    Question Question,
    Condition When,
    Answer Answer,
    string? ArticleKey = null,
    string? ReasonKey = null,
    bool IsInternal = false);
