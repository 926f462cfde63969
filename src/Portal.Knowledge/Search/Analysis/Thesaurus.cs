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

    private readonly ILookup<string, IReadOnlyList<Word>> _terms;

    private Thesaurus(IEnumerable<(string From, IReadOnlyList<Word> To)> pairs) => _terms = pairs.ToLookup(pair => pair.From, pair => pair.To, StringComparer.Ordinal);

    /// <summary>No word has another.</summary>
    public static Thesaurus Empty { get; } = new([]);

    /// <summary>The vocabulary of a language, compared as its texts are; empty where none is shipped.</summary>
    public static Thesaurus Load(string language, TextAnalysis analysis)
    {
        using var stream = typeof(Thesaurus).Assembly.GetManifestResourceStream($"Portal.Knowledge.Search.Synonyms.{language}.txt");
        if (stream is null)
        {
            return Empty;
        }

        using var reader = new StreamReader(stream);
        return new Thesaurus(reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').SelectMany(line => Pairs(line, analysis)));
    }

    /// <summary>What a run of words may be called instead.</summary>
    public IEnumerable<IReadOnlyList<Word>> Find(IEnumerable<Word> words) => _terms[Key(words)];

    private static IEnumerable<(string From, IReadOnlyList<Word> To)> Pairs(string line, TextAnalysis analysis)
    {
        var sides = line.Split(OneWay).Select(side => Terms(side, analysis)).ToList();
        return from one in sides[0]
               from other in sides[^1]
               where !string.Equals(one.Key, other.Key, StringComparison.Ordinal)
               select (one.Key, other.Words);
    }

    private static List<(string Key, IReadOnlyList<Word> Words)> Terms(string side, TextAnalysis analysis) =>
        [.. side.Split(',').Select(analysis.Words).Where(words => words.Count is > 0 and <= LongestTerm).Select(words => (Key(words), words))];

    private static string Key(IEnumerable<Word> words) => string.Join(' ', words.Select(word => word.Stem));
}
