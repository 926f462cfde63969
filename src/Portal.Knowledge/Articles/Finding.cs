using System.Globalization;

namespace Portal.Knowledge.Articles;

/// <summary>How much a finding weighs: an error keeps the content from being served, a warning does not.</summary>
public enum Severity
{
    Error,
    Warning,
}

/// <summary>A mechanical mend: the first such text from the finding's place to the end of its line becomes another.</summary>
/// <param name="Written">What stands there.</param>
/// <param name="Better">What shall stand there.</param>
public sealed record Repair(string Written, string Better);

/// <summary>Something that is wrong with the content, and where.</summary>
/// <param name="Severity">Whether it blocks.</param>
/// <param name="Code">A stable name in lower case, for instance <c>unknown-link</c>.</param>
/// <param name="File">The file's path below the folder the reader was given, with that folder in front.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">What is wrong, as one sentence.</param>
/// <param name="Fix">What to do, where that is known.</param>
public sealed record Finding(Severity Severity, string Code, string File, int Line, int Column, string Message, string? Fix)
{
    /// <summary>What mends it without a person's judgement; null where a person has to.</summary>
    public Repair? Repair { get; init; }

    /// <summary>One line in the form that editors and build servers recognise.</summary>
    public override string ToString()
    {
        var weight = Severity == Severity.Error ? "error" : "warning";
        var fix = Fix is null ? "" : $" — {Fix}";
        return string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {weight} {Code}: {Message}{fix}");
    }
}
