namespace Portal.Knowledge.Search.Evaluation;

/// <summary>The figures of an evaluation. Shares are from 0 to 1.</summary>
public sealed record SearchFigures
{
    /// <summary>Queries that an article answers.</summary>
    public required int InScope { get; init; }

    /// <summary>Queries that nothing answers.</summary>
    public required int OutOfScope { get; init; }

    /// <summary>Share of queries in scope whose first hit is the answer.</summary>
    public required double Success1 { get; init; }

    /// <summary>Share whose first three hits hold the answer.</summary>
    public required double Success3 { get; init; }

    /// <summary>Mean of one through the answer's place, 0 beyond the tenth.</summary>
    public required double Mrr10 { get; init; }

    /// <summary>Mean gain by grade and place beside the best order's.</summary>
    public required double Ndcg10 { get; init; }

    /// <summary>Share of queries in scope that get an answer, right or not.</summary>
    public required double Answered { get; init; }

    /// <summary>Share of queries out of scope that get an answer all the same.</summary>
    public required double FalseAnswers { get; init; }

    /// <summary>The median of the engine's times.</summary>
    public required TimeSpan P50 { get; init; }

    /// <summary>99 of 100 queries take no longer.</summary>
    public required TimeSpan P99 { get; init; }

    /// <summary>Every query with what was found.</summary>
    public required IReadOnlyList<JudgedAnswer> Answers { get; init; }

    internal static SearchFigures Of(IReadOnlyList<JudgedAnswer> answers)
    {
        var inScope = answers.Where(answer => answer.Query.IsInScope).ToList();
        var outOfScope = answers.Where(answer => !answer.Query.IsInScope).ToList();
        var times = answers.Select(answer => answer.Time).Order().ToList();
        return new SearchFigures
        {
            InScope = inScope.Count,
            OutOfScope = outOfScope.Count,
            Success1 = Mean(inScope, answer => answer.Rank is 1 ? 1 : 0),
            Success3 = Mean(inScope, answer => answer.Rank is >= 1 and <= 3 ? 1 : 0),
            Mrr10 = Mean(inScope, answer => answer.Rank > 0 ? 1.0 / answer.Rank : 0),
            Ndcg10 = Mean(inScope, answer => answer.Gain),
            Answered = Mean(inScope, answer => answer.IsAnswered ? 1 : 0),
            FalseAnswers = Mean(outOfScope, answer => answer.IsAnswered ? 1 : 0),
            P50 = At(times, 0.5),
            P99 = At(times, 0.99),
            Answers = answers,
        };
    }

    private static double Mean(List<JudgedAnswer> answers, Func<JudgedAnswer, double> value) => answers.Count == 0 ? 0 : answers.Average(value);

    private static TimeSpan At(List<TimeSpan> times, double share) => times.Count == 0 ? TimeSpan.Zero : times[Math.Min(times.Count - 1, (int)(times.Count * share))];
}
