namespace Portal.Web.Components;

/// <summary>One thing a person can pick in a list.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What the person reads.</param>
/// <param name="Hint">A second sentence below it, or null. A select shows none.</param>
/// <param name="Amount">The money it comes to, already formatted, or null. A select shows none.</param>
public sealed record Choice(string Value, string Text, string? Hint = null, string? Amount = null);
