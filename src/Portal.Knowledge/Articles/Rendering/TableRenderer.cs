using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>A table in a box that scrolls by itself, also by keyboard; alignment is a class, because styles are forbidden.</summary>
internal sealed class TableRenderer : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table obj)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"").WriteEscape(((ArticleHtml)renderer).RegionLabel()).WriteLine("\">");
        renderer.WriteLine("<table>");
        var rows = obj.OfType<TableRow>().ToList();
        WriteRows(renderer, obj, rows.TakeWhile(row => row.IsHeader).ToList(), "thead", "th scope=\"col\"");
        WriteRows(renderer, obj, rows.SkipWhile(row => row.IsHeader).ToList(), "tbody", "td");
        renderer.WriteLine("</table>");
        renderer.WriteLine("</div>");
    }

    private static void WriteRows(HtmlRenderer renderer, Table table, List<TableRow> rows, string part, string tag)
    {
        if (rows.Count == 0)
        {
            return;
        }

        renderer.Write('<').Write(part).WriteLine('>');
        foreach (var row in rows)
        {
            renderer.Write("<tr>");
            foreach (var (cell, index) in row.OfType<TableCell>().Select((cell, index) => (cell, index)))
            {
                renderer.Write('<').Write(tag).Write(Alignment(table, index)).Write('>');
                WriteCell(renderer, cell);
                renderer.Write("</").Write(tag[..2]).Write('>');
            }

            renderer.WriteLine("</tr>");
        }

        renderer.Write("</").Write(part).WriteLine('>');
    }

    private static void WriteCell(HtmlRenderer renderer, TableCell cell)
    {
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = cell.Count == 1 && cell[0] is ParagraphBlock;
        renderer.WriteChildren(cell);
        renderer.ImplicitParagraph = implicitParagraph;
    }

    private static string Alignment(Table table, int index) =>
        (index < table.ColumnDefinitions.Count ? table.ColumnDefinitions[index].Alignment : null) switch
        {
            TableColumnAlign.Center => " class=\"center\"",
            TableColumnAlign.Right => " class=\"end\"",
            _ => "",
        };
}
