namespace Portal.Web.Components;

/// <summary>What is wrong with one field of a form, in words that say how to put it right.</summary>
/// <param name="Field">The id of the element that the summary links to.</param>
/// <param name="Message">The same sentence that stands beside the field.</param>
public sealed record FieldError(string Field, string Message);
