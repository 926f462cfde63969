using Markdig;
using Markdig.Extensions.CustomContainers;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>The Markdown of articles: CommonMark without raw HTML, with tables, notices, containers, footnotes, keys and policy values.</summary>
internal static class ArticleMarkdown
{
    public static MarkdownPipeline Pipeline { get; } = Build();

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UsePipeTables().UseAlertBlocks().UseFootnotes().DisableHtml();
        builder.BlockParsers.Insert(0, new CustomContainerParser());
        builder.InlineParsers.Insert(0, new PolicyValueParser());
        builder.InlineParsers.Insert(0, new KeyParser());
        return builder.Build();
    }
}
