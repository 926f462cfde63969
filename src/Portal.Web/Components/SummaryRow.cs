namespace Portal.Web.Components;

/// <summary>One answer of a form, shown again before anything happens.</summary>
/// <param name="Label">The question in a few words.</param>
/// <param name="Value">The answer; line breaks are kept.</param>
/// <param name="ChangeText">The words of the link that changes it, or null.</param>
/// <param name="ChangeUrl">Where it can be changed, or null.</param>
/// <param name="ChangeLabel">What the link changes, for those who hear it without the row; null means the label.</param>
public sealed record SummaryRow(string Label, string Value, string? ChangeText = null, string? ChangeUrl = null, string? ChangeLabel = null);
