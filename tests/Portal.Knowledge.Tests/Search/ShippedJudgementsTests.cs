using Portal.Knowledge.Search.Evaluation;

namespace Portal.Knowledge.Tests.Search;

/// <summary>The shop's own judged queries: what was reached once is not lost again. The figures are those of <c>search evaluate</c>, less a little for articles that change.</summary>
public sealed class ShippedJudgementsTests
{
    [Theory]
    [InlineData("en", 300, 0.61, 0.80)]
    [InlineData("de", 100, 0.63, 0.83)]
    [InlineData("fr", 100, 0.69, 0.88)]
    [InlineData("es", 100, 0.65, 0.83)]
    [InlineData("ja", 100, 0.51, 0.71)]
    [InlineData("ar", 100, 0.61, 0.77)]
    public void Answers_ComeFirstAsOftenAsTheyDid(string locale, int queries, double first, double third)
    {
        var judged = JudgedQuery.ReadJudgements(File.ReadAllText(Path.Combine(Repository.Root, "content", "judgements", $"{locale}.tsv")));
        var figures = SearchEvaluation.Run(Shipped.Library.Search, locale, judged);

        Assert.True(figures.InScope >= queries && figures.OutOfScope >= 30, $"{figures.InScope} and {figures.OutOfScope}");
        Assert.True(figures.Success1 >= first, $"Success@1 is {figures.Success1:F3}, it was {first:F3}");
        Assert.True(figures.Success3 >= third, $"Success@3 is {figures.Success3:F3}, it was {third:F3}");
    }

    [Fact]
    public void Judgements_NameArticlesThatAre()
    {
        foreach (var locale in new[] { "en", "de", "fr", "es", "ja", "ar" })
        {
            var judged = JudgedQuery.ReadJudgements(File.ReadAllText(Path.Combine(Repository.Root, "content", "judgements", $"{locale}.tsv")));
            Assert.All(judged.SelectMany(query => query.Grades.Keys).Distinct(StringComparer.Ordinal), key => Assert.NotNull(Shipped.Library.FindByKey(locale, key)));
        }
    }
}
