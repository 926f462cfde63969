using System.Text.Encodings.Web;
using System.Text.Json;
using Portal.Knowledge.Articles;

namespace Portal.Web.Commands;

/// <summary>How findings are written.</summary>
internal enum FindingFormat
{
    /// <summary>One a line, and a count at the end.</summary>
    Text,

    /// <summary>Workflow commands by which GitHub annotates a pull request.</summary>
    Github,

    /// <summary>SARIF 2.1.0, which editors and code scanning read.</summary>
    Sarif,
}

/// <summary>Writes findings for people and for machines.</summary>
internal static class FindingReport
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IReadOnlyList<Finding> findings, FindingFormat format, TextWriter output)
    {
        switch (format)
        {
            case FindingFormat.Github:
                foreach (var finding in findings)
                {
                    output.WriteLine(Annotation(finding));
                }

                break;
            case FindingFormat.Sarif:
                output.WriteLine(JsonSerializer.Serialize(Log(findings), Readable));
                break;
            default:
                var errors = findings.Count(finding => finding.Severity == Severity.Error);
                foreach (var finding in findings)
                {
                    output.WriteLine(finding);
                }

                output.WriteLine(FormattableString.Invariant($"{errors} errors, {findings.Count - errors} warnings"));
                break;
        }
    }

    // The paths of a pull request are those of the repository: below the folder in which the check was started.
    private static string Path(Finding finding) => System.IO.Path.GetRelativePath(Environment.CurrentDirectory, System.IO.Path.GetFullPath(finding.File)).Replace('\\', '/');

    private static string Text(Finding finding) => finding.Fix is null ? finding.Message : $"{finding.Message} {finding.Fix}";

    private static string Annotation(Finding finding) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"::{(finding.Severity == Severity.Error ? "error" : "warning")} file={Property(Path(finding))},line={finding.Line},col={finding.Column},title={Property(finding.Code)}::{Data(Text(finding))}");

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static Dictionary<string, object> Log(IReadOnlyList<Finding> findings) => new(StringComparer.Ordinal)
    {
        ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
        ["version"] = "2.1.0",
        ["runs"] = new[]
        {
            new
            {
                columnKind = "utf16CodeUnits",
                tool = new
                {
                    driver = new
                    {
                        name = "Portal content check",
                        rules = findings.Select(finding => finding.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(code => new { id = code }),
                    },
                },
                results = findings.Select(finding => new
                {
                    ruleId = finding.Code,
                    level = finding.Severity == Severity.Error ? "error" : "warning",
                    message = new { text = Text(finding) },
                    locations = new[]
                    {
                        new
                        {
                            physicalLocation = new
                            {
                                artifactLocation = new { uri = Uri.EscapeDataString(Path(finding)).Replace("%2F", "/", StringComparison.Ordinal) },
                                region = new { startLine = finding.Line, startColumn = finding.Column },
                            },
                        },
                    },
                }),
            },
        },
    };
}
