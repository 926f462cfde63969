using System.CommandLine;
using System.Globalization;
using Portal.Knowledge.Search;
using Portal.Knowledge.Search.Evaluation;

namespace Portal.Web.Commands;

/// <summary><c>search evaluate</c>: how often shoppers find the right article first.</summary>
internal static class SearchEvaluateCommand
{
    public static Command Create()
    {
        var kb = new Option<string?>("--kb") { Description = "A knowledge base (JSON, an article a line) instead of the content." };
        var queries = new Option<string?>("--queries") { Description = "Its queries: split, query and id by tabs." };
        var locale = new Option<string?>("--locale") { Description = "The locale; every one that has judgements unless given." };
        var without = new Option<Ranking[]>("--without") { Description = "Parts of the ranking to turn off, to see their gain.", AllowMultipleArgumentsPerToken = true };
        var misses = new Option<bool>("--misses") { Description = "Lists the queries whose first hit is not the answer." };
        var command = new Command("evaluate", "Asks judged queries and prints how often the right article comes first, and how long it takes.") { kb, queries, locale, without, misses };
        command.SetAction(parsed =>
        {
            var ranking = (parsed.GetValue(without) ?? []).Aggregate(Ranking.All, (all, part) => all & ~part);
            try
            {
                return parsed.GetValue(kb) is { } file
                    ? OfFile(file, parsed.GetValue(queries), parsed.GetValue(locale) ?? "en", ranking, parsed.GetValue(misses))
                    : OfContent(parsed.GetValue(locale), ranking, parsed.GetValue(misses));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
            {
                Console.Error.WriteLine(fault.Message);
                return 1;
            }
        });
        return command;
    }

    private static int OfFile(string kb, string? queries, string locale, Ranking ranking, bool withMisses)
    {
        if (queries is null)
        {
            Console.Error.WriteLine("--kb needs --queries beside it.");
            return 2;
        }

        using var engine = KnowledgeBaseFile.Read(File.ReadAllText(kb), locale, ranking);
        Print(locale, SearchEvaluation.Run(engine, locale, JudgedQuery.ReadQueries(File.ReadAllText(queries))), withMisses);
        return 0;
    }

    private static int OfContent(string? locale, Ranking ranking, bool withMisses) => SearchCommand.WithContent((snapshot, folders) =>
    {
        using var engine = snapshot.Library.Searching(ranking);
        foreach (var code in snapshot.Site.Locales.Select(one => one.Code).Where(code => locale is null || string.Equals(code, locale, StringComparison.Ordinal)))
        {
            var file = Path.Combine(folders.Content, "judgements", $"{code}.tsv");
            if (File.Exists(file))
            {
                Print(code, SearchEvaluation.Run(engine, code, JudgedQuery.ReadJudgements(File.ReadAllText(file))), withMisses);
            }
        }

        return 0;
    });

    private static void Print(string locale, SearchFigures figures, bool withMisses)
    {
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{locale}  Success@1 {figures.Success1:F3}  Success@3 {figures.Success3:F3}  MRR@10 {figures.Mrr10:F3}  nDCG@10 {figures.Ndcg10:F3}  answered {figures.Answered:F3} of {figures.InScope}  false answers {figures.FalseAnswers:F3} of {figures.OutOfScope}  p50 {figures.P50.TotalMicroseconds:F0} µs  p99 {figures.P99.TotalMicroseconds:F0} µs"));
        foreach (var miss in figures.Answers.Where(answer => withMisses && answer.Query.IsInScope && answer.Rank != 1))
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {miss.Rank,2}  {miss.Query.Query}  ->  {(miss.Keys is [var first, ..] ? first : "nothing")}  (wanted {string.Join(", ", miss.Query.Grades.Where(one => one.Value == 3).Select(one => one.Key))})"));
        }
    }
}
