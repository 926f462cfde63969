using Portal.Knowledge.Checks;

namespace Portal.Knowledge.Articles;

/// <summary>Reads a content folder into a library.</summary>
public static class LibraryReader
{
    /// <summary>Reads everything and reports every finding; never throws for what the files hold.</summary>
    /// <param name="options">Where and what to read.</param>
    /// <param name="values">The policy values that articles quote.</param>
    /// <param name="today">The day that review dates are measured against.</param>
    public static LibraryReading Read(LibraryOptions options, IPolicyValues values, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(values);
        var content = Content.Read(options, values, today);
        var findings = ContentRules.Check(content);
        return new LibraryReading(findings.Any(finding => finding.Severity == Severity.Error) ? null : LibraryBuilder.Build(content), findings);
    }
}
