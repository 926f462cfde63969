using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>A heading with everything up to the next one; the first section of a body has no heading.</summary>
/// <param name="Heading">The heading, or null.</param>
/// <param name="Blocks">What stands under it, itself left out.</param>
internal sealed record BodySection(Heading? Heading, IReadOnlyList<Block> Blocks)
{
    /// <summary>The anchor; empty before the first heading.</summary>
    public string Anchor => Heading?.Anchor ?? "";

    /// <summary>The policy values that it quotes, the heading's among them.</summary>
    public IEnumerable<PolicyValueInline> Values => Inlines<PolicyValueInline>().Where(value => value.Literal is null);

    /// <summary>True when it tells what the policy grants.</summary>
    public bool BearsPolicy => Values.Any();

    /// <summary>Every text block with its heading's, in order.</summary>
    public IEnumerable<LeafBlock> Texts => Blocks.SelectMany(Leaves).Prepend(Heading?.Block).OfType<LeafBlock>();

    public IEnumerable<T> Inlines<T>()
        where T : Inline => Texts.Where(text => text.Inline is not null).SelectMany(text => text.Inline!.FindDescendants<T>());

    public static IReadOnlyList<BodySection> Of(ArticleBody body)
    {
        var headings = body.Headings.ToDictionary(heading => heading.Block);
        List<(Heading? Heading, List<Block> Blocks)> sections = [(null, [])];
        foreach (var block in body.Document)
        {
            if (block is HeadingBlock heading)
            {
                sections.Add((headings[heading], []));
            }
            else
            {
                sections[^1].Blocks.Add(block);
            }
        }

        return sections.ConvertAll(section => new BodySection(section.Heading, section.Blocks));
    }

    private static IEnumerable<LeafBlock> Leaves(Block block) => block switch
    {
        LeafBlock leaf => [leaf],
        ContainerBlock container => container.SelectMany(Leaves),
        _ => [],
    };
}
