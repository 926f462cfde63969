namespace Portal.Returns.Decisions;

/// <summary>The outcome of a decision for one line, best for the shopper first.</summary>
public enum Verdict
{
    Approved,
    NeedsReview,
    Refused,
}
