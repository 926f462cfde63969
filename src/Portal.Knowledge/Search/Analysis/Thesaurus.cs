namespace Portal.Knowledge.Search.Analysis;

/// <summary>
/// Words that mean the same: <c>Search/Synonyms/&lt;language&gt;.txt</c>, a group a line. <c>refund, money back</c> find each other;
/// <c>chargeback =&gt; refund</c> finds the right by the left alone; lines with <c>#</c> are comments.
/// </summary>
internal sealed class Thesaurus
{
    /// <summary>Words of the longest term.</summary>
    public const int LongestTerm = 4;

    private const string OneWay = "=>";

    private readonly Dictionary<string, List<IReadOnlyList<Word>>> _terms = new(StringComparer.Ordinal);

    private Thesaurus()
    {
    }

    /// <summary>The vocabulary of a language, compared as its texts are; empty where none is shipped.</summary>
    public static Thesaurus Load(string language, TextAnalysis analysis)
    {
        var thesaurus = new Thesaurus();
        using var stream = typeof(Thesaurus).Assembly.GetManifestResourceStream($"Portal.Knowledge.Search.Synonyms.{language}.txt");
        if (stream is not null)
        {
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
            {
                thesaurus.Add(line, analysis);
            }
        }

        return thesaurus;
    }

    /// <summary>What a run of words may be called instead.</summary>
    public IReadOnlyList<IReadOnlyList<Word>> Find(IEnumerable<Word> words) => _terms.GetValueOrDefault(Key(words)) ?? [];

    private void Add(string line, TextAnalysis analysis)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            return;
        }

        var sides = line.Split(OneWay).Select(side => Terms(side, analysis)).ToList();
        foreach (var from in sides[0])
        {
            foreach (var to in sides[^1].Where(to => !string.Equals(Key(to), Key(from), StringComparison.Ordinal)))
            {
                if (!_terms.TryGetValue(Key(from), out var known))
                {
                    _terms[Key(from)] = known = [];
                }

                known.Add(to);
            }
        }
    }

    private static List<IReadOnlyList<Word>> Terms(string side, TextAnalysis analysis) =>
        [.. side.Split(',').Select(term => analysis.Words(term)).Where(words => words.Count is > 0 and <= LongestTerm)];

    private static string Key(IEnumerable<Word> words) => string.Join(' ', words.Select(word => word.Stem));
}
