using System.CommandLine;
using Portal.Knowledge.Articles;

namespace Portal.Web.Commands;

/// <summary><c>content</c>: what editors run before they commit.</summary>
internal static class ContentCommand
{
    public static Command Create() => new("content", "Checks the content, begins and previews articles, and tells which translations are behind and what readers say.")
    {
        ContentCheckCommand.Create(),
        ContentNewCommand.Create(),
        ContentPreviewCommand.Create(),
        ContentDriftCommand.Create(),
        ContentVotesCommand.Create(),
        SchemaCommand.Create("Writes the JSON Schema of front matter, with which editors complete and check as you type.", FrontMatterSchema.Write),
    };
}
