namespace Portal.Web.Components;

/// <summary>One step of the way to a page.</summary>
/// <param name="Text">The step's name.</param>
/// <param name="Url">Its address; null for the page itself, which is not a link.</param>
public sealed record Crumb(string Text, string? Url = null);
