using System.Text.RegularExpressions;

namespace Portal.Knowledge.Articles;

/// <summary>Text that several articles share: <c>snippets/&lt;locale&gt;/&lt;name&gt;.md</c>, included by a line <c>{{snippet name}}</c>.</summary>
internal sealed partial class Snippets
{
    private readonly Dictionary<(string Locale, string Name), ContentFile> _files;

    public Snippets(IEnumerable<ContentFile> files) =>
        _files = files.Where(file => file.Kind == ContentKind.Snippet).ToDictionary(file => (file.Locale, file.Name));

    public IEnumerable<ContentFile> All => _files.Values;

    /// <summary>The names that a locale has.</summary>
    public IReadOnlyCollection<string> Names(string locale) => _files.Keys.Where(key => string.Equals(key.Locale, locale, StringComparison.Ordinal)).Select(key => key.Name).ToList();

    /// <summary>The snippets that a text includes, in order.</summary>
    public static IEnumerable<string> NamedIn(string text) => Line().Matches(text).Select(match => match.Groups["name"].Value);

    /// <summary>Replaces each line that includes a snippet by the snippet's lines; one that there is not is reported and left out.</summary>
    public SnippetText Include(ContentFile file, string source, int linesBefore, List<Finding> findings)
    {
        if (!Line().IsMatch(source))
        {
            return new SnippetText(source, null, linesBefore);
        }

        List<string> lines = [];
        List<Position> places = [];
        var number = linesBefore;
        foreach (var line in source.Split('\n'))
        {
            number++;
            var match = Line().Match(line);
            if (!match.Success)
            {
                lines.Add(line);
                places.Add(new Position(number, 1));
            }
            else if (_files.GetValueOrDefault((file.Locale, match.Groups["name"].Value)) is { } snippet)
            {
                var shared = snippet.Text.TrimEnd('\n').Split('\n');
                lines.AddRange(shared.Select(one => match.Groups["indent"].Value + one));
                places.AddRange(shared.Select((_, at) => new Position(at + 1, 1) { File = snippet }));
            }
            else
            {
                var name = match.Groups["name"].Value;
                findings.Add(file.Error("unknown-snippet", new Position(number, match.Groups["indent"].Length + 1), $"There is no snippet \"{name}\" in \"{file.Locale}\".", Spelling.Suggest(name, Names(file.Locale)) ?? $"Write snippets/{file.Locale}/{name}.md."));
                lines.Add("");
                places.Add(new Position(number, 1));
            }
        }

        return new SnippetText(string.Join('\n', lines), places, linesBefore);
    }

    [GeneratedRegex(@"^(?<indent>[ \t]*)\{\{snippet\s+(?<name>[a-z0-9-]{1,80})\s*\}\}[ \t]*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}

/// <summary>A body with its snippets, and where each of its lines stands.</summary>
internal sealed record SnippetText(string Source, IReadOnlyList<Position>? Places, int LinesBefore)
{
    /// <summary>The place of a line of <see cref="Source"/>, from 0.</summary>
    public Position At(int line, int column) =>
        Places is null ? new Position(LinesBefore + line + 1, column) : Places[Math.Clamp(line, 0, Places.Count - 1)] with { Column = column };
}
