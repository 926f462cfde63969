using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>A slug leads to one page: unique among a locale's categories, and among a category's articles.</summary>
internal sealed class DuplicateSlugRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) =>
        Repeated(content.Categories.Select(category => (category.File, category.SlugAt, category.Slug, Scope: category.Locale)))
            .Concat(Repeated(content.Articles.Select(article => (article.File, article.Matter.At("slug"), article.Matter.Slug, Scope: $"{article.Locale}/{article.File.Category}"))));

    private static IEnumerable<Finding> Repeated(IEnumerable<(ContentFile File, Position At, string Slug, string Scope)> slugs) =>
        from one in slugs
        where one.Slug.Length > 0
        group one by (one.Scope, one.Slug) into same
        from repeated in same.Skip(1)
        select repeated.File.Error("duplicate-slug", repeated.At, $"The slug \"{repeated.Slug}\" is taken by {same.First().File.Path}.", "Choose another one.");
}
