namespace Portal.Knowledge.Articles;

/// <summary>How near two articles are: a shared tag weighs more than a shared category.</summary>
internal static class Kinship
{
    public static IReadOnlyList<Article> Nearest(Article article, IEnumerable<Article> others, int count) =>
        others
            .Where(other => !string.Equals(other.Key, article.Key, StringComparison.Ordinal))
            .Select(other => (Other: other, Weight: Weight(article, other)))
            .Where(pair => pair.Weight > 0)
            .OrderByDescending(pair => pair.Weight)
            .ThenBy(pair => pair.Other.Order)
            .ThenBy(pair => pair.Other.Key, StringComparer.Ordinal)
            .Take(Math.Max(0, count))
            .Select(pair => pair.Other)
            .ToList();

    private static int Weight(Article one, Article other)
    {
        var tags = one.Tags.Intersect(other.Tags, StringComparer.OrdinalIgnoreCase).Count();
        var category = string.Equals(one.CategoryKey, other.CategoryKey, StringComparison.Ordinal) ? 1 : 0;
        return (2 * tags) + category;
    }
}
