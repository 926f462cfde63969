namespace Portal.Knowledge.Articles;

/// <summary>What reading the content gave.</summary>
/// <param name="Library">Null when any finding is an error.</param>
/// <param name="Findings">Errors and warnings, by file and line.</param>
public sealed record LibraryReading(Library? Library, IReadOnlyList<Finding> Findings);
