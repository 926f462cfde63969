using Portal.Knowledge.Articles;
using Portal.Returns.Policies;

namespace Portal.Web.Content;

/// <summary>A policy document and where it was read.</summary>
public sealed record PolicyFile(string Path, Policy Policy);

/// <summary>Reads policy documents from files.</summary>
public static class PolicyFiles
{
    /// <summary>The folder of policies in a content folder.</summary>
    public const string Folder = "policies";

    /// <summary>The policy documents of a content folder, by name.</summary>
    public static IReadOnlyList<string> Below(string root)
    {
        var folder = Path.Combine(root, Folder);
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.yaml", new EnumerationOptions { AttributesToSkip = FileAttributes.Hidden }).Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>Every document, or null with the errors: of each, and of two that would decide the same orders.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static (IReadOnlyList<PolicyFile>? Documents, IReadOnlyList<Finding> Findings) Read(IReadOnlyList<string> files)
    {
        var readings = files.Select(file => PolicyReader.Read(file, File.ReadAllText(file))).ToList();
        var findings = readings
            .SelectMany(reading => reading.Errors)
            .Select(error => new Finding(Severity.Error, "policy", error.File, (int)error.Line, (int)error.Column, error.Message, error.Fix))
            .ToList();
        findings.AddRange(readings.SelectMany((reading, i) => readings.Take(i)
            .Select((earlier, j) => (File: files[i], Earlier: files[j], IsClash: reading.Policy is { } policy && earlier.Policy is { } other && PolicyBook.Clash(policy, other)))
            .Where(pair => pair.IsClash)
            .Select(pair => new Finding(Severity.Error, "policy", pair.File, 1, 1, $"the policy begins on the same day as {Path.GetFileName(pair.Earlier)}, for the same market", "give one of them another day, or other markets"))));
        return findings.Count > 0 ? (null, findings) : ([.. files.Zip(readings, (file, reading) => new PolicyFile(file, reading.Policy!))], findings);
    }
}
