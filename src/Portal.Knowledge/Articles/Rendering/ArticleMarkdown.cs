using Markdig;
using Markdig.Extensions.CustomContainers;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>The Markdown of articles: CommonMark without raw HTML, with tables, notices, containers and policy values.</summary>
internal static class ArticleMarkdown
{
    public static MarkdownPipeline Pipeline { get; } = Build();

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UsePipeTables().UseAlertBlocks().DisableHtml();
        builder.BlockParsers.Insert(0, new CustomContainerParser());
        builder.InlineParsers.Insert(0, new PolicyValueParser());
        return builder.Build();
    }
}
