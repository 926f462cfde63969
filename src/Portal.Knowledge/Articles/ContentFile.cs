namespace Portal.Knowledge.Articles;

/// <summary>One file of the content folder: its place in the structure and its text, with line feeds only.</summary>
/// <param name="Path">Below the content folder, with slashes.</param>
/// <param name="Shown">The path as findings show it.</param>
/// <param name="Locale">The folder below <c>articles</c>.</param>
/// <param name="Category">The folder below the locale.</param>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Text">What it holds.</param>
internal sealed record ContentFile(string Path, string Shown, string Locale, string Category, string Name, string Text)
{
    public string Key => $"{Category}/{Name}";

    public Finding Error(string code, Position at, string message, string? fix = null) =>
        new(Severity.Error, code, Shown, at.Line, at.Column, message, fix);

    public Finding Warning(string code, Position at, string message, string? fix = null) =>
        new(Severity.Warning, code, Shown, at.Line, at.Column, message, fix);
}
