using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Portal.Knowledge.Articles;
using Portal.Knowledge.Search.Analysis;

namespace Portal.Knowledge.Search;

/// <summary>A section that matches a query.</summary>
internal sealed record SectionMatch(Article Article, int Section, float Score);

/// <summary>The articles of one locale, indexed by section in memory; read-only once built.</summary>
internal sealed class LocaleIndex : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Number = "number";

    // Any word may match; what scores far below the best is noise.
    private const float LeastShare = 0.05f;

    // The words of a whole article stand in each of its sections; nobody asks for phrases of them.
    private static readonly FieldType Unordered = new(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS };

    // Enough for the largest library at once: one segment for each core, and nothing to merge.
    private const int BufferMegabytes = 512;

    private readonly List<(Article Article, int Section)> _sections;
    private readonly RAMDirectory _directory = new();
    private readonly Thesaurus _thesaurus;
    private readonly Ranking _ranking;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;

    public LocaleIndex(Shelf shelf, Ranking ranking)
    {
        Shelf = shelf;
        _ranking = ranking;
        _sections = shelf.Articles.SelectMany(article => Enumerable.Range(0, article.Sections.Count).Select(section => (article, section))).ToList();
        var language = Languages.For(shelf.Locale);
        Analysis = new TextAnalysis(language, shelf.Articles.SelectMany(Texts));
        _thesaurus = ranking.HasFlag(Ranking.Synonyms) ? Thesaurus.Load(language.Code, Analysis) : Thesaurus.Empty;
        Write();
        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new FieldSimilarity() };
    }

    public Shelf Shelf { get; }

    public TextAnalysis Analysis { get; }

    public QueryWords Read(string query) => QueryWords.Read(query, Analysis, _thesaurus, _ranking.HasFlag(Ranking.Typos) ? IsKnown : _ => true);

    /// <summary>The best section of every article that matches, best first.</summary>
    public IReadOnlyList<SectionMatch> Match(QueryWords words)
    {
        if (words.Wanted.Count == 0 || _sections.Count == 0)
        {
            return [];
        }

        var matches = Match(SearchQuery.Build(words, _ranking));
        return matches.Count == 0 ? matches : matches.TakeWhile(match => match.Score >= matches[0].Score * LeastShare).ToList();
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
        Analysis.Dispose();
    }

    private List<SectionMatch> Match(Query query)
    {
        var found = _searcher.Search(query, _sections.Count).ScoreDocs;
        return found
            .Select(one => (Number: _searcher.Doc(one.Doc).GetField(Number).GetInt32Value()!.Value, one.Score))
            .Select(one => new SectionMatch(_sections[one.Number].Article, _sections[one.Number].Section, one.Score))
            .GroupBy(match => match.Article.Key, StringComparer.Ordinal)
            .Select(matches => matches.OrderByDescending(match => match.Score).ThenBy(match => match.Section).First())
            .OrderByDescending(match => match.Score)
            .ThenBy(match => match.Article.Key, StringComparer.Ordinal)
            .ToList();
    }

    private bool IsKnown(string stem) => _reader.DocFreq(new Term(SearchField.Whole.Stemmed, stem)) > 0;

    private void Write()
    {
        var stemmed = SearchField.All.ToDictionary(field => field.Stemmed, _ => Analysis.Stemmed, StringComparer.Ordinal);
        // A whole article is analysed once and then written into each of its sections.
        using var readyMade = new WhitespaceAnalyzer(Version);
        stemmed.Add(SearchField.Whole.Stemmed, readyMade);
        stemmed.Add(SearchField.Letters.Name, readyMade);
        using var analyzer = new PerFieldAnalyzerWrapper(Analysis.Exact, stemmed);
        var options = new IndexWriterConfig(Version, analyzer) { Similarity = new FieldSimilarity(), RAMBufferSizeMB = BufferMegabytes };
        using var writer = new IndexWriter(_directory, options);
        Parallel.ForEach(_sections.Select((section, number) => (section.Article, Number: number)).GroupBy(section => section.Article, section => section.Number), article =>
        {
            var about = Subject(article.Key).SelectMany(Analysis.Words).ToList();
            var whole = string.Join(' ', about.Concat(Rest(article.Key).SelectMany(Analysis.Words)).SelectMany(word => word.Parts.Prepend(word.Stem)));
            var letters = string.Join(' ', about.Where(word => !word.IsFiller).SelectMany(word => LetterRuns.Of(word.Exact)));
            foreach (var number in article)
            {
                writer.AddDocument(Document(number, whole, letters));
            }
        });
        writer.Commit();
    }

    private Document Document(int number, string whole, string letters)
    {
        var (article, section) = _sections[number];
        var (heading, text) = section == 0 ? ("", $"{article.Summary}\n{article.Sections[0].Text}") : (article.Sections[section].Title, article.Sections[section].Text);
        var document = new Document { new StoredField(Number, number) };
        Add(document, SearchField.Title, [article.Title]);
        Add(document, SearchField.Questions, article.Questions);
        Add(document, SearchField.Headings, [heading]);
        Add(document, SearchField.Tags, article.Tags);
        Add(document, SearchField.Body, [text]);
        document.Add(new Field(SearchField.Whole.Stemmed, whole, Unordered));
        document.Add(new Field(SearchField.Letters.Name, letters, Unordered));
        return document;
    }

    private static void Add(Document document, SearchField field, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            document.Add(new TextField(field.Name, text, Field.Store.NO));
            document.Add(new TextField(field.Stemmed, text, Field.Store.NO));
        }
    }

    private static IEnumerable<string> Texts(Article article) => Subject(article).Concat(Rest(article));

    // What the article is about; the rest says too much to tell one from another by its letters.
    private static IEnumerable<string> Subject(Article article) => article.Questions.Append(article.Title).Append(article.Summary);

    private static IEnumerable<string> Rest(Article article) =>
        article.Tags.Concat(article.Sections.SelectMany(section => new[] { section.Title, section.Text }));
}
