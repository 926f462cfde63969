using Portal.Knowledge.Search;
using Portal.Knowledge.Search.Evaluation;

namespace Portal.Knowledge.Tests.Search;

public sealed class EvaluationTests
{
    private const string Base = """
        {"id": "refund", "title": "Refunds", "questions": ["When do I get my money back?"], "body": "Three days.", "locale": "en"}
        {"id": "label", "title": "Print a label", "questions": [], "body": "Open your order.", "locale": "en"}
        """;

    [Fact]
    public void Judgements_AreReadWithTheirGrades()
    {
        var queries = JudgedQuery.ReadJudgements("# comment\nmoney back\ta/refund\t3\nmoney back\ta/credit\t1\nweather\t-\t0\n");

        Assert.Equal(["money back", "weather"], queries.Select(query => query.Query));
        Assert.Equal((true, false), (queries[0].IsInScope, queries[1].IsInScope));
        Assert.Equal((true, false), (queries[0].IsAnswer("a/refund"), queries[0].IsAnswer("a/credit")));
    }

    [Theory]
    [InlineData("money back\ta/refund")]
    [InlineData("money back\ta/refund\t4")]
    public void Judgements_Malformed_NameTheirLine(string line) =>
        Assert.StartsWith("line 2:", Assert.Throws<FormatException>(() => JudgedQuery.ReadJudgements("# comment\n" + line)).Message, StringComparison.Ordinal);

    [Fact]
    public void KnowledgeBase_Malformed_NamesItsLine() =>
        Assert.StartsWith("line 2:", Assert.Throws<FormatException>(() => KnowledgeBaseFile.Read("{\"id\": \"a\", \"title\": \"A\"}\n{", "en", Ranking.All)).Message, StringComparison.Ordinal);

    [Fact]
    public void Figures_AreThoseOfTheHits()
    {
        using var engine = KnowledgeBaseFile.Read(Base, "en", Ranking.All);
        var figures = SearchEvaluation.Run(engine, "en", JudgedQuery.ReadQueries("test\tmoney back\trefund\ntest\tprint the label\tlabel\ntest\tprint label\trefund\n"));

        Assert.Equal((3, 0), (figures.InScope, figures.OutOfScope));
        Assert.Equal(2 / 3.0, figures.Success1, 6);
        Assert.Equal([1, 1, 0], figures.Answers.Select(answer => answer.Rank));
        Assert.Equal(2 / 3.0, figures.Ndcg10, 6);
    }

    [Fact]
    public void Typo_WithoutItsPartOfTheRanking_FindsNothing()
    {
        using var with = KnowledgeBaseFile.Read(Base, "en", Ranking.All);
        using var without = KnowledgeBaseFile.Read(Base, "en", Ranking.All & ~Ranking.Typos);
        Assert.Equal(["label"], with.Rank("en", "pritn", 10));
        Assert.Empty(without.Rank("en", "pritn", 10));
    }
}
