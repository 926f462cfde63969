using System.Text.RegularExpressions;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>A number that is no policy's, marked as such with the reason: <c>{{literal 30 °C; care label}}</c>.</summary>
/// <param name="Text">What readers see.</param>
/// <param name="Reason">Why it stands here as it is; readers never see it.</param>
internal sealed partial record WrittenLiteral(string Text, string Reason)
{
    /// <summary>True when a literal is meant, well formed or not.</summary>
    public static bool IsMeant(string written) => written.TrimStart().StartsWith("literal", StringComparison.Ordinal);

    /// <summary>Reads <c>literal text; reason</c>; null where it is something else.</summary>
    public static WrittenLiteral? Parse(string written)
    {
        var match = Form().Match(written);
        return match.Success ? new WrittenLiteral(match.Groups["text"].Value, match.Groups["reason"].Value) : null;
    }

    [GeneratedRegex(@"^\s*literal\s+(?<text>[^;]*[^;\s])\s*;\s*(?<reason>\S(.*\S)?)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
