using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Portal.Knowledge.Search;

/// <summary>Assembles the query from analysed words; what a reader types never reaches a query parser.</summary>
internal static class SearchQuery
{
    // A word counts by its best field, the others add a little.
    private const float Tie = 0.2f;
    private const float StemWeight = 0.7f;
    private const float PartWeight = 0.3f;
    private const float AlternativeWeight = 0.5f;
    private const float FillerWeight = 0.05f;
    private const int PhraseSlop = 3;

    /// <param name="words">The query.</param>
    /// <param name="isStrict">Whether most words must match, or any.</param>
    public static Query Build(QueryWords words, bool isStrict)
    {
        var wanted = new BooleanQuery(disableCoord: true);
        foreach (var word in words.Wanted)
        {
            wanted.Add(Match(word), Occur.SHOULD);
        }

        wanted.MinimumNumberShouldMatch = isStrict ? Least(words.Wanted.Count) : 1;
        var query = new BooleanQuery(disableCoord: true) { { wanted, Occur.MUST } };
        var lw = float.Parse(Environment.GetEnvironmentVariable("LW") ?? "0.15", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var word in words.Wanted)
        {
            foreach (var gram in Grams.Of(word.Word.Exact))
            {
                wanted.Add(Boosted(new TermQuery(new Term(SearchField.Letters.Stemmed, gram)), lw), Occur.SHOULD);
            }
        }

        foreach (var filler in words.Fillers)
        {
            var match = Match(filler);
            match.Boost = FillerWeight;
            query.Add(match, Occur.SHOULD);
        }

        foreach (var phrase in Phrases(words))
        {
            query.Add(phrase, Occur.SHOULD);
        }

        return query;
    }

    private static int Least(int words) => words <= 2 ? words : words - (words / 3);

    private static DisjunctionMaxQuery Match(QueryWord word)
    {
        var (exact, stem) = (word.Word.Exact, word.Word.Stem);
        var match = new DisjunctionMaxQuery(Tie);
        foreach (var field in SearchField.All)
        {
            match.Add(Boosted(new TermQuery(new Term(field.Name, exact)), field.Weight));
            match.Add(Boosted(new TermQuery(new Term(field.Stemmed, stem)), field.Weight * StemWeight));
            foreach (var part in word.Word.Parts)
            {
                match.Add(Boosted(new TermQuery(new Term(field.Stemmed, part)), field.Weight * PartWeight));
            }

            foreach (var (other, distance) in word.Alternatives)
            {
                match.Add(Boosted(new TermQuery(new Term(field.Name, other)), field.Weight * AlternativeWeight / (1 + distance)));
            }
        }

        match.Add(Boosted(new TermQuery(new Term(SearchField.Whole.Stemmed, stem)), SearchField.Whole.Weight));
        return match;
    }

    private static IEnumerable<PhraseQuery> Phrases(QueryWords words)
    {
        if (words.Wanted.Count < 2)
        {
            yield break;
        }

        foreach (var field in new[] { SearchField.Title, SearchField.Questions, SearchField.Body })
        {
            var phrase = new PhraseQuery { Slop = PhraseSlop, Boost = field.Weight / 2 };
            foreach (var word in words.Wanted)
            {
                phrase.Add(new Term(field.Stemmed, word.Word.Stem));
            }

            yield return phrase;
        }
    }

    private static Query Boosted(Query query, float weight)
    {
        query.Boost = weight;
        return query;
    }
}
