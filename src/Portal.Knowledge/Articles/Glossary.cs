namespace Portal.Knowledge.Articles;

/// <summary>What the shop's words mean: <c>glossary/&lt;locale&gt;.yaml</c>, a line <c>key: "The word: what it means."</c> for each.</summary>
internal sealed class Glossary
{
    private const int Longest = 300;

    private readonly Dictionary<(string Locale, string Key), string> _meanings = [];
    private readonly string _defaultLocale;

    public Glossary(IEnumerable<ContentFile> files, string defaultLocale, List<Finding> findings)
    {
        _defaultLocale = defaultLocale;
        Files = files.Where(file => file.Kind == ContentKind.Glossary).ToList();
        foreach (var file in Files)
        {
            foreach (var (key, field) in YamlFields.Read(file, file.Text, 0, findings) ?? new Dictionary<string, YamlField>(StringComparer.Ordinal))
            {
                if (field.Text is { Value.Length: > 0 and <= Longest } text && ContentFolder.IsKeyPart(key))
                {
                    _meanings[(file.Locale, key)] = Composition.Compose(text.Value);
                }
                else
                {
                    findings.Add(file.Error("wrong-value", field.Key.At, $"\"{key}\" is a term (a-z, 0-9 and hyphens) with its meaning, of 1 to {Longest} characters.", null));
                }
            }
        }
    }

    public IReadOnlyList<ContentFile> Files { get; }

    /// <summary>The terms that a locale explains itself.</summary>
    public IReadOnlyCollection<string> Keys(string locale) => _meanings.Keys.Where(key => string.Equals(key.Locale, locale, StringComparison.Ordinal)).Select(key => key.Key).ToList();

    /// <summary>What a term means, in the default locale where the translation is missing; null for no term.</summary>
    public string? Find(string locale, string key) => _meanings.GetValueOrDefault((locale, key)) ?? _meanings.GetValueOrDefault((_defaultLocale, key));
}
