using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>A category holds articles: readers are shown none that is empty.</summary>
internal sealed class EmptyCategoryRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) =>
        from category in content.Categories
        where !content.Articles.Any(article => string.Equals(article.File.Category, category.Key, StringComparison.Ordinal)
            && (string.Equals(article.Locale, category.Locale, StringComparison.Ordinal) || string.Equals(article.Locale, content.Options.DefaultLocale, StringComparison.Ordinal)))
        select category.File.Warning("empty-category", Position.Start, $"The category \"{category.Key}\" has no article.", "Write one, or remove the folder.");
}
