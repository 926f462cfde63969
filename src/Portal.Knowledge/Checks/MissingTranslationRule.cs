using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>Every article of the default locale exists in the others; until then readers get the default one.</summary>
internal sealed class MissingTranslationRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) =>
        from article in content.Articles
        where string.Equals(article.Locale, content.Options.DefaultLocale, StringComparison.Ordinal)
        from locale in content.Options.Locales
        where !content.Has(locale, article.Key)
        select article.File.Warning("missing-translation", Position.Start, $"\"{article.Key}\" is not translated into \"{locale}\".", $"Write articles/{locale}/{article.Key}.md.");
}
