using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>A question leads to one article: no other article of the locale claims it.</summary>
internal sealed class DuplicateQuestionRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) =>
        from claim in content.Articles.SelectMany(article => article.Matter.Questions.Select(question => (Article: article, Question: question)))
        group claim by (claim.Article.Locale, Words(claim.Question)) into same
        from repeated in same.Skip(1)
        select repeated.Article.File.Warning("duplicate-question", repeated.Article.Matter.At("questions"), $"\"{repeated.Question}\" is a question of {same.First().Article.File.Path} too.", "Keep it where it is answered best.");

    private static string Words(string question) =>
        string.Join(' ', question.ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('?', '!', '.', ',', '？', '؟', '¿', '¡', '。')));
}
