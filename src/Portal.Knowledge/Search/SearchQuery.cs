using Lucene.Net.Index;
using Lucene.Net.Search;
using Portal.Knowledge.Search.Analysis;

namespace Portal.Knowledge.Search;

/// <summary>Assembles the query from analysed words; what a reader types never reaches a query parser.</summary>
internal static class SearchQuery
{
    // A word counts by its best field, the others add a little.
    private const float Tie = 0.2f;
    private const float StemWeight = 0.7f;
    private const float PartWeight = 0.3f;
    private const float AlternativeWeight = 1.3f;
    private const float SynonymWeight = 0.5f;
    private const float FillerWeight = 0.05f;
    private const int PhraseSlop = 3;

    /// <param name="words">The query.</param>
    /// <param name="ranking">What the order is made of.</param>
    public static Query Build(QueryWords words, Ranking ranking)
    {
        var wanted = new BooleanQuery(disableCoord: true);
        foreach (var word in words.Wanted)
        {
            wanted.Add(Match(word), Occur.SHOULD);
        }

        var query = new BooleanQuery(disableCoord: true) { { wanted, Occur.MUST } };
        foreach (var filler in words.Fillers)
        {
            var match = Match(filler);
            match.Boost = FillerWeight;
            query.Add(match, Occur.SHOULD);
        }

        if (ranking.HasFlag(Ranking.Letters))
        {
            foreach (var letters in words.Wanted.SelectMany(word => LetterRuns.Of(word.Word.Exact)).Distinct(StringComparer.Ordinal))
            {
                query.Add(Boosted(new TermQuery(new Term(SearchField.Letters.Name, letters)), SearchField.Letters.Weight), Occur.SHOULD);
            }
        }

        foreach (var phrase in ranking.HasFlag(Ranking.Phrases) ? Phrases(words) : [])
        {
            query.Add(phrase, Occur.SHOULD);
        }

        return query;
    }

    private static DisjunctionMaxQuery Match(QueryWord word)
    {
        var match = Match(word.Word, word.Alternatives);
        foreach (var term in word.Synonyms)
        {
            var same = new BooleanQuery(disableCoord: true) { Boost = SynonymWeight / term.Count };
            foreach (var one in term)
            {
                same.Add(Match(one, []), one.IsFiller && term.Any(other => !other.IsFiller) ? Occur.SHOULD : Occur.MUST);
            }

            match.Add(same);
        }

        return match;
    }

    private static DisjunctionMaxQuery Match(Word word, IReadOnlyList<Alternative> alternatives)
    {
        var (exact, stem) = (word.Exact, word.Stem);
        var match = new DisjunctionMaxQuery(Tie);
        foreach (var field in SearchField.All)
        {
            match.Add(Boosted(new TermQuery(new Term(field.Name, exact)), field.Weight));
            match.Add(Boosted(new TermQuery(new Term(field.Stemmed, stem)), field.Weight * StemWeight));
            foreach (var part in word.Parts)
            {
                match.Add(Boosted(new TermQuery(new Term(field.Stemmed, part)), field.Weight * PartWeight));
            }

            foreach (var (other, distance) in alternatives)
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
