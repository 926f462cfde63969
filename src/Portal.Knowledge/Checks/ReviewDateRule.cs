using System.Globalization;
using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>An article is read again on the day that its review is due.</summary>
internal sealed class ReviewDateRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) =>
        from article in content.Articles
        where article.Matter.Review is { } review && review < content.Today
        select article.File.Warning("review-due", article.Matter.At("review"), string.Create(CultureInfo.InvariantCulture, $"The review was due on {article.Matter.Review:yyyy-MM-dd}."), "Read the article again and set a new day.");
}
