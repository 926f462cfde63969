using System.Globalization;
using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>An article is read again by the day that its review is due; two weeks before, that is said.</summary>
internal sealed class ReviewDateRule : IContentRule
{
    private const int SoonDays = 14;

    public IEnumerable<Finding> Check(Content content) =>
        from article in content.Articles
        where article.Matter.Review is { } review && review <= content.Today.AddDays(SoonDays)
        let day = article.Matter.Review!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        select article.Matter.Review < content.Today
            ? article.File.Warning("review-due", article.Matter.At("review"), $"The review was due on {day}.", "Read the article again and set a new day.")
            : article.File.Warning("review-soon", article.Matter.At("review"), $"The review is due on {day}.", "Read the article again and set a new day.");
}
