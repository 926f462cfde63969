using Markdig.Syntax;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>Cuts an article at its headings.</summary>
internal static class Sections
{
    public static IReadOnlyList<Section> Of(ArticleBody body, string title)
    {
        var headings = body.Headings.ToDictionary(heading => heading.Block);
        var sections = new List<Section>();
        var (current, level, anchor, blocks) = (title, 1, "", new List<Block>());
        foreach (var block in body.Document)
        {
            if (block is HeadingBlock heading)
            {
                sections.Add(new Section(anchor, current, level, PlainText.Of(blocks)));
                (current, level, anchor, blocks) = (headings[heading].Title, heading.Level, headings[heading].Anchor, []);
            }
            else
            {
                blocks.Add(block);
            }
        }

        sections.Add(new Section(anchor, current, level, PlainText.Of(blocks)));
        return sections;
    }
}
