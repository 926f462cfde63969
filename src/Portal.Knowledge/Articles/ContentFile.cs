namespace Portal.Knowledge.Articles;

/// <summary>What a file of the content folder is.</summary>
internal enum ContentKind
{
    Article,
    Category,
    Snippet,
    Glossary,
    Redirects,
}

/// <summary>One file of the content folder: its place in the structure and its text, with line feeds only.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Path">Below the content folder, with slashes.</param>
/// <param name="Shown">The path as findings show it.</param>
/// <param name="Locale">Whose text it is; empty for what has none.</param>
/// <param name="Category">The folder below the locale; empty where there is none.</param>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Text">What it holds.</param>
internal sealed record ContentFile(ContentKind Kind, string Path, string Shown, string Locale, string Category, string Name, string Text)
{
    public string Key => $"{Category}/{Name}";

    public Finding Error(string code, Position at, string message, string? fix = null) =>
        new(Severity.Error, code, (at.File ?? this).Shown, at.Line, at.Column, message, fix);

    public Finding Warning(string code, Position at, string message, string? fix = null) =>
        new(Severity.Warning, code, (at.File ?? this).Shown, at.Line, at.Column, message, fix);
}
