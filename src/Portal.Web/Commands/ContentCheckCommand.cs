using System.CommandLine;
using Portal.Knowledge.Articles;
using Portal.Knowledge.Checks;

namespace Portal.Web.Commands;

/// <summary><c>content check</c>: every finding, with file, line, column and the fix.</summary>
internal static class ContentCheckCommand
{
    public static Command Create()
    {
        var (root, date) = (ContentSite.Root(), ContentSite.Date());
        var format = new Option<FindingFormat>("--format") { Description = "text, github (annotations of a pull request) or sarif.", DefaultValueFactory = _ => FindingFormat.Text };
        var fix = new Option<bool>("--fix") { Description = "Mends what needs no judgement, and reports what is left." };
        var check = new Command("check", "Reports every finding in the content. Exit status 1 when there is an error.") { root, date, format, fix };
        check.SetWork(root, date, (parsed, options, values, today) =>
            Tell(parsed.GetValue(fix) ? Fix(() => ContentCheck.Run(options, values, today)) : ContentCheck.Run(options, values, today), parsed.GetValue(format)));
        return check;
    }

    // A mend can uncover what stood behind it: again until nothing more is mended.
    private static IReadOnlyList<Finding> Fix(Func<IReadOnlyList<Finding>> check)
    {
        var findings = check();
        for (var round = 0; round < 5 && ContentFix.Apply(findings) is { Count: > 0 } mended; round++)
        {
            foreach (var finding in mended.OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line))
            {
                Console.Error.WriteLine($"{finding.File}:{finding.Line}: {finding.Repair!.Written} → {finding.Repair.Better}");
            }

            findings = check();
        }

        return findings;
    }

    private static int Tell(IReadOnlyList<Finding> findings, FindingFormat format)
    {
        FindingReport.Write(findings, format, Console.Out);
        return findings.Any(finding => finding.Severity == Severity.Error) ? 1 : 0;
    }
}
