namespace Portal.Web.Components;

/// <summary>One way to narrow a list of results.</summary>
/// <param name="Text">What it narrows to.</param>
/// <param name="Count">How many results it leaves; 0 or more.</param>
/// <param name="Url">The list with it; for an active filter, the list without it.</param>
/// <param name="IsActive">True when the list is narrowed by it now.</param>
public sealed record Filter(string Text, int Count, string Url, bool IsActive);
