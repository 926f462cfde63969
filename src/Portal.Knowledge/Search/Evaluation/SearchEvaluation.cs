using System.Diagnostics;

namespace Portal.Knowledge.Search.Evaluation;

/// <summary>How well an engine answers judged queries.</summary>
public static class SearchEvaluation
{
    internal const int Depth = 10;

    /// <summary>Asks every query once for warmth and once for the figures.</summary>
    public static SearchFigures Run(SearchEngine engine, string locale, IReadOnlyList<JudgedQuery> queries)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(queries);
        foreach (var query in queries)
        {
            _ = engine.Rank(locale, query.Query, Depth);
        }

        var answers = queries.Select(query =>
        {
            var started = Stopwatch.GetTimestamp();
            var keys = engine.Rank(locale, query.Query, Depth);
            return new JudgedAnswer(query, keys, Stopwatch.GetElapsedTime(started));
        }).ToList();
        return SearchFigures.Of(answers);
    }
}

/// <summary>What was found for a judged query.</summary>
/// <param name="Query">The query.</param>
/// <param name="Keys">The first articles, best first.</param>
/// <param name="Time">How long the engine took.</param>
public sealed record JudgedAnswer(JudgedQuery Query, IReadOnlyList<string> Keys, TimeSpan Time)
{
    /// <summary>True where anything was found.</summary>
    public bool IsAnswered => Keys.Count > 0;

    /// <summary>The place of the first answer, from 1; 0 where it is not among the first ten.</summary>
    public int Rank => Keys.Select((key, index) => Query.IsAnswer(key) ? index + 1 : 0).FirstOrDefault(rank => rank > 0);

    /// <summary>The gain of what was found, discounted by place, beside the best order's (nDCG at 10).</summary>
    public double Gain => Query.IsInScope ? Discounted(Keys.Select(key => Query.Grades.GetValueOrDefault(key))) / Discounted(Query.Grades.Values.OrderDescending()) : 0;

    private static double Discounted(IEnumerable<int> grades) => grades.Take(SearchEvaluation.Depth).Select((grade, index) => (Math.Pow(2, grade) - 1) / Math.Log2(index + 2)).Sum();
}
