using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Returns.Policies;

/// <summary>Words as a policy writes them: plain where that is safe, else between quotation marks.</summary>
internal static partial class YamlWord
{
    public static string Of(string word) => Plain().IsMatch(word) && !ReadsAsAnother().IsMatch(word) ? word : Quoted(word);

    public static string List(IEnumerable<string> words) => $"[{string.Join(", ", words.Select(Of))}]";

    public static string OneOrList(IReadOnlyList<string> words) => words.Count == 1 ? Of(words[0]) : List(words);

    private static string Quoted(string word)
    {
        var text = new StringBuilder("\"");
        foreach (var character in word)
        {
            _ = character switch
            {
                '"' or '\\' => text.Append('\\').Append(character),
                _ when char.IsControl(character) || character is '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff' =>
                    text.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
                _ => text.Append(character),
            };
        }

        return text.Append('"').ToString();
    }

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9 ._/+-]*[A-Za-z0-9._/+-])?\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();

    // Other readers of YAML see truth, nothing or a number here.
    [GeneratedRegex("^(true|false|null|yes|no|on|off|[0-9.+-][0-9a-fA-FoxeE._+-]*)\\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ReadsAsAnother();
}
