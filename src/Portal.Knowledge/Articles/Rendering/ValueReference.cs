using System.Text.RegularExpressions;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>Names a policy value, for one market or for all.</summary>
internal sealed partial record ValueReference(string Name, string? Market)
{
    /// <summary>Characters between the braces.</summary>
    public const int Longest = 200;

    /// <summary>Reads <c>name</c> or <c>name market=DE</c>; null where it is neither.</summary>
    public static ValueReference? Parse(string written)
    {
        var match = Form().Match(written);
        return match.Success ? new ValueReference(match.Groups["name"].Value, match.Groups["market"] is { Success: true } market ? market.Value : null) : null;
    }

    /// <summary>What stands between braces in a plain text, such as a summary.</summary>
    public static IReadOnlyList<string> Written(string text) => Braces().Matches(text).Select(match => match.Groups["inner"].Value.Trim()).ToList();

    /// <summary>The plain text with its values filled in; what has no value stays as it is.</summary>
    public static string Fill(string text, IPolicyValues values, string locale) =>
        Braces().Replace(text, match => Parse(match.Groups["inner"].Value) is { } reference
            ? values.Find(reference.Name, locale, reference.Market) ?? match.Value
            : WrittenLiteral.Parse(match.Groups["inner"].Value)?.Text ?? match.Value);

    [GeneratedRegex(@"^\s*(?<name>[A-Za-z0-9._-]+)(\s+market=(?<market>[A-Z]{2}))?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"\{\{(?<inner>[^{}\n]{1,200})\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Braces();
}
