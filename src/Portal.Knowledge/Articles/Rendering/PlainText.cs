using System.Text;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>What a reader hears: the text without marks, a line for each block.</summary>
internal static class PlainText
{
    public static string Of(params IEnumerable<Block> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            Append(text, block);
        }

        return Composition.Compose(text.ToString().Trim());
    }

    public static string Of(Inline? inline)
    {
        var text = new StringBuilder();
        Append(text, inline);
        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, Block block)
    {
        switch (block)
        {
            case TableRow row:
                foreach (var cell in row.OfType<TableCell>())
                {
                    text.Append(Of(cell.AsEnumerable()).Replace('\n', ' ')).Append(' ');
                }

                EndLine(text);
                break;
            case ContainerBlock container:
                if (container is CustomContainer custom && ContainerRenderer.Title(custom) is { } title)
                {
                    text.Append(title);
                    EndLine(text);
                }

                foreach (var child in container)
                {
                    Append(text, child);
                }

                break;
            case CodeBlock code:
                text.Append(code.Lines.ToString());
                EndLine(text);
                break;
            case LeafBlock leaf:
                Append(text, leaf.Inline);
                EndLine(text);
                break;
        }
    }

    private static void Append(StringBuilder text, Inline? inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case KeyInline key:
                text.Append(key.Keys);
                break;
            case PolicyValueInline value:
                text.Append(value.Text);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
            case ContainerInline container:
                foreach (var child in container)
                {
                    Append(text, child);
                }

                break;
        }
    }

    private static void EndLine(StringBuilder text)
    {
        while (text.Length > 0 && char.IsWhiteSpace(text[^1]))
        {
            text.Length--;
        }

        if (text.Length > 0)
        {
            text.Append('\n');
        }
    }
}
