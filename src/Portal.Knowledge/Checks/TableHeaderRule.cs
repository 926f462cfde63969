using Markdig.Extensions.Tables;
using Portal.Knowledge.Articles;
using Portal.Knowledge.Articles.Rendering;

namespace Portal.Knowledge.Checks;

/// <summary>Every column of a table has a heading, so that who hears the table knows where they are.</summary>
internal sealed class TableHeaderRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) =>
        from article in content.Articles
        from table in article.Body.All<Table>()
        let header = table.OfType<TableRow>().FirstOrDefault(row => row.IsHeader)
        where header is null || header.OfType<TableCell>().Any(cell => PlainText.Of(cell.AsEnumerable()).Length == 0)
        select article.File.Warning("table-header", article.Body.At(table), "A column of this table has no heading.", "Write one in its first row.");
}
