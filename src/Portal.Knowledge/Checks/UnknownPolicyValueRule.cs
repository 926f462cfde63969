using Portal.Knowledge.Articles;
using Portal.Knowledge.Articles.Rendering;

namespace Portal.Knowledge.Checks;

/// <summary>Every policy value that an article quotes exists, for the market it names.</summary>
internal sealed class UnknownPolicyValueRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) =>
        content.Articles.SelectMany(article => Body(content, article).Concat(Matter(content, article)));

    private static IEnumerable<Finding> Body(Content content, ArticleDraft article) =>
        from value in article.Body.All<PolicyValueInline>()
        where value.Text is null
        select Unknown(content, article, article.Body.At(value), value.Written);

    private static IEnumerable<Finding> Matter(Content content, ArticleDraft article) =>
        from text in article.Matter.Questions.Select(question => ("questions", question)).Append(("title", article.Matter.Title)).Append(("summary", article.Matter.Summary))
        from written in ValueReference.Written(text.Item2)
        where WrittenLiteral.Parse(written) is null && (ValueReference.Parse(written) is not { } reference || content.Values.Find(reference.Name, article.Locale, reference.Market) is null)
        select Unknown(content, article, article.Matter.At(text.Item1), written);

    private static Finding Unknown(Content content, ArticleDraft article, Position at, string written)
    {
        if (WrittenLiteral.IsMeant(written))
        {
            return article.File.Error("unknown-value", at, $"\"{written}\" is no literal with its reason.", "Write {{literal 30 °C; care label}}.");
        }

        if (ValueReference.Parse(written) is not { } reference)
        {
            return article.File.Error("unknown-value", at, $"\"{written}\" does not name a policy value.", "Write {{name}} or {{name market=DE}}.");
        }

        return content.Values.Names.Contains(reference.Name, StringComparer.Ordinal)
            ? article.File.Error("unknown-value", at, $"The policy value \"{reference.Name}\" has no text for {reference.Market ?? "every market"}.", "Name a market in which it holds.")
            : article.File.Error("unknown-value", at, $"There is no policy value \"{reference.Name}\".", Spelling.Suggest(reference.Name, content.Values.Names)) with { Repair = Spelling.Repair(reference.Name, content.Values.Names) };
    }
}
