using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>Mends what needs no person's judgement.</summary>
public static class ContentFix
{
    /// <summary>Makes the repairs that findings carry, in their files. What stands there no more is left alone.</summary>
    /// <returns>The findings that were mended.</returns>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static IReadOnlyList<Finding> Apply(IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        List<Finding> mended = [];
        foreach (var file in findings.Where(finding => finding.Repair is not null).GroupBy(finding => finding.File, StringComparer.Ordinal))
        {
            var lines = File.ReadAllText(file.Key).Split('\n');

            // From the end, so that places in front stay where they were found.
            var done = file.OrderByDescending(finding => finding.Line).ThenByDescending(finding => finding.Column).Where(finding => Mend(lines, finding)).ToList();
            if (done.Count > 0)
            {
                File.WriteAllText(file.Key, string.Join('\n', lines));
                mended.AddRange(done);
            }
        }

        return mended;
    }

    private static bool Mend(string[] lines, Finding finding)
    {
        if (finding.Line > lines.Length || finding.Column > lines[finding.Line - 1].Length)
        {
            return false;
        }

        var (line, repair) = (lines[finding.Line - 1], finding.Repair!);
        var at = line.IndexOf(repair.Written, finding.Column - 1, StringComparison.Ordinal);
        if (at < 0)
        {
            return false;
        }

        lines[finding.Line - 1] = line[..at] + repair.Better + line[(at + repair.Written.Length)..];
        return true;
    }
}
