namespace Portal.Knowledge.Search.Evaluation;

/// <summary>A query as shoppers write it, with the articles that answer it.</summary>
/// <param name="Query">What is typed.</param>
/// <param name="Grades">By article key: 3 for the answer, 2 for a good second one, 1 for a related one; empty where nothing should be found.</param>
public sealed record JudgedQuery(string Query, IReadOnlyDictionary<string, int> Grades)
{
    private const int BestGrade = 3;

    /// <summary>True where an article answers it.</summary>
    public bool IsInScope => Grades.Values.Any(grade => grade > 0);

    /// <summary>True for an article that is as good an answer as there is.</summary>
    public bool IsAnswer(string key) => Grades.GetValueOrDefault(key) is var grade and > 0 && grade == Grades.Values.Max();

    /// <summary>Reads <c>content/judgements/&lt;locale&gt;.tsv</c>: query, article key and grade by tabs; a key of <c>-</c> where nothing should be found; lines with <c>#</c> are comments.</summary>
    /// <exception cref="FormatException">A line is none of these; the message names it.</exception>
    public static IReadOnlyList<JudgedQuery> ReadJudgements(string text) => Read(text, (parts, line) =>
        parts is [var query, var key, [>= '0' and <= '3'] grade] ? (query, key, grade[0] - '0') : throw Wrong(line, "query, article key and a grade from 0 to 3"));

    /// <summary>Reads queries with the one article that answers each: split, query and id by tabs.</summary>
    /// <exception cref="FormatException">A line is something else; the message names it.</exception>
    public static IReadOnlyList<JudgedQuery> ReadQueries(string text) => Read(text, (parts, line) =>
        parts is [_, var query, var id] ? (query, id, BestGrade) : throw Wrong(line, "split, query and id"));

    private static List<JudgedQuery> Read(string text, Func<string[], int, (string Query, string Key, int Grade)> read)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.ReplaceLineEndings("\n").Split('\n')
            .Select((line, index) => (Line: line, Number: index + 1))
            .Where(one => one.Line.Length > 0 && one.Line[0] != '#')
            .Select(one => read(one.Line.Split('\t'), one.Number))
            .GroupBy(one => one.Query, StringComparer.Ordinal)
            .Select(same => new JudgedQuery(same.Key, same.Where(one => one.Key is not "-").GroupBy(one => one.Key, StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.Max(grade => grade.Grade), StringComparer.Ordinal)))
            .ToList();
    }

    private static FormatException Wrong(int line, string wanted) => new(FormattableString.Invariant($"line {line}: a line is {wanted}, with tabs between"));
}
