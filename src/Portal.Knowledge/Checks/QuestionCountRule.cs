using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>An article names 3 to 8 questions in shoppers' own words, so that it is found.</summary>
internal sealed class QuestionCountRule : IContentRule
{
    private const int Fewest = 3;
    private const int Most = 8;

    public IEnumerable<Finding> Check(Content content) =>
        from article in content.Articles
        let count = article.Matter.Questions.Count
        where count is < Fewest or > Most
        select article.File.Warning("question-count", article.Matter.At("questions"), $"The article names {count} questions.", $"Name {Fewest} to {Most}.");
}
