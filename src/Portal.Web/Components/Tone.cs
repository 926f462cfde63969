namespace Portal.Web.Components;

/// <summary>The four tones of chips and notices: plain (empty), <c>good</c>, <c>wait</c> and <c>bad</c>.</summary>
public static class Tone
{
    /// <summary>The class list of an element in a tone; a tone that does not exist is plain.</summary>
    public static string Class(string element, string? tone) => tone is "good" or "wait" or "bad" ? $"{element} {tone}" : element;
}
