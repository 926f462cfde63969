using System.Text.RegularExpressions;
using System.Xml.Linq;
using Portal.Web.Resources;

namespace Portal.Web.Tests.Resources;

/// <summary>The words as their files hold them, and the keys as the source asks for them.</summary>
internal static partial class UiStrings
{
    private static readonly string Web = Path.Combine(Repository.Root, "src", "Portal.Web");

    /// <summary>Key and text of one locale.</summary>
    public static IReadOnlyDictionary<string, string> Of(string locale)
    {
        var file = Path.Combine(Web, "Resources", locale is "en" ? "Ui.resx" : $"Ui.{locale}.resx");
        return XDocument.Load(file).Root!.Elements("data").ToDictionary(entry => entry.Attribute("name")!.Value, entry => entry.Element("value")!.Value, StringComparer.Ordinal);
    }

    /// <summary>Every text between quotation marks in the source, with the file it stands in.</summary>
    public static IReadOnlyList<(string Literal, string File)> Literals { get; } = Directory
        .EnumerateFiles(Web, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" or ".razor"
            && !Path.GetRelativePath(Web, file).Split(Path.DirectorySeparatorChar)[0].Equals("obj", StringComparison.Ordinal)
            && !file.Contains("Migrations", StringComparison.Ordinal))
        .SelectMany(file => Literal().Matches(File.ReadAllText(file)).Select(match => (match.Groups["text"].Value, file)))
        .ToList();

    /// <summary>The key without its plural category, or the key itself.</summary>
    public static string Stem(string key) =>
        Locale.All.SelectMany(locale => Plural.Categories(locale.Code)).FirstOrDefault(category => key.EndsWith("." + category, StringComparison.Ordinal)) is { } found ? key[..^(found.Length + 1)] : key;

    /// <summary>The placeholders of a text, <c>{0}</c> and <c>{until}</c> alike, in order and each once.</summary>
    public static IReadOnlyList<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

    // Looks around the marks, since markup nests them: param-Text="@T["Key"]".
    [GeneratedRegex("(?<=\")(?<text>[^\"\\r\\n]+)(?=\")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[a-z0-9-]+\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
