namespace Portal.Web.Components;

/// <summary>One thing that happened, or that happens next.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="When">Its time as the reader's locale writes it, or null.</param>
/// <param name="WhenIso">The same time in ISO 8601 for machines, or null.</param>
/// <param name="IsNext">True for what has not happened yet.</param>
public sealed record TimelineStep(string Text, string? When = null, string? WhenIso = null, bool IsNext = false);
