using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>Headings start at level 2, because the title is level 1, and never skip a level.</summary>
internal sealed class HeadingOrderRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) => content.Articles.SelectMany(Check);

    private static IEnumerable<Finding> Check(ArticleDraft article)
    {
        var before = 1;
        foreach (var heading in article.Body.Headings)
        {
            var level = heading.Block.Level;
            if (level == 1)
            {
                yield return article.File.Error("heading-order", article.Body.At(heading.Block), "The title is the only heading of level 1.", "Begin with ##.") with { Repair = new Repair("#", "##") };
            }
            else if (level > before + 1)
            {
                yield return article.File.Error("heading-order", article.Body.At(heading.Block), $"A heading of level {level} follows one of level {before}.", $"Use {new string('#', before + 1)}.") with { Repair = new Repair(new string('#', level), new string('#', before + 1)) };
            }

            before = level;
        }
    }
}
