using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Portal.Knowledge.Search.Analysis;

/// <summary>Cuts texts of one language into words, for the index, the query and the marks alike.</summary>
internal sealed class TextAnalysis : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private readonly HashSet<string> _fillers;

    /// <param name="language">How words are compared.</param>
    /// <param name="content">The texts that words are known from.</param>
    public TextAnalysis(Language language, IEnumerable<string> content)
    {
        Exact = Analyze(language.Fold);
        Vocabulary = new Vocabulary(content.AsParallel().SelectMany(text => Tokens(Exact, text)).Select(token => token.Text));
        var parts = new CharArraySet(Version, language.HasCompounds ? Vocabulary.Words.Where(word => word.All(char.IsLetter)).ToList() : [], ignoreCase: false);
        Stemmed = Analyze(words => language.Stem(language.Fold(words), parts));
        _fillers = language.Fillers.SelectMany(filler => Tokens(Exact, filler)).Select(token => token.Text).ToHashSet(StringComparer.Ordinal);
    }

    public Analyzer Exact { get; }

    public Analyzer Stemmed { get; }

    /// <summary>The folded words of the content.</summary>
    public Vocabulary Vocabulary { get; }

    public IReadOnlyList<Word> Words(string text)
    {
        var stems = Tokens(Stemmed, text).ToLookup(token => token.Start);
        var words = new List<Word>();
        foreach (var (exact, start, end) in Tokens(Exact, text))
        {
            var forms = stems[start].Select(token => token.Text).ToList();
            words.Add(new Word(exact, forms.Count > 0 ? forms[0] : exact, forms.Skip(1).ToList(), start, end, _fillers.Contains(exact)));
        }

        return words;
    }

    public void Dispose()
    {
        Exact.Dispose();
        Stemmed.Dispose();
    }

    private static Analyzer Analyze(Func<TokenStream, TokenStream> filter) => Analyzer.NewAnonymous((_, reader) =>
    {
        var tokenizer = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(tokenizer, filter(tokenizer));
    });

    private static List<(string Text, int Start, int End)> Tokens(Analyzer analyzer, string text)
    {
        var tokens = new List<(string, int, int)>();
        using var stream = analyzer.GetTokenStream("", text);
        var (term, offset) = (stream.GetAttribute<ICharTermAttribute>(), stream.GetAttribute<IOffsetAttribute>());
        stream.Reset();
        while (stream.IncrementToken())
        {
            tokens.Add((term.ToString()!, offset.StartOffset, offset.EndOffset));
        }

        stream.End();
        return tokens;
    }
}
