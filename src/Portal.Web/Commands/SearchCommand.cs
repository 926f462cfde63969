using System.CommandLine;
using System.Globalization;
using Portal.Knowledge.Search;
using Portal.Web.Content;

namespace Portal.Web.Commands;

/// <summary><c>search query</c>: what a shopper would find.</summary>
public static class SearchCommand
{
    public static Command Create()
    {
        var words = new Argument<string>("words") { Description = "What a shopper types." };
        var locale = new Option<string>("--locale") { Description = "The locale to search in.", DefaultValueFactory = _ => "en" };
        var query = new Command("query", "Prints the hits for a query, best first.") { words, locale };
        query.SetAction(parsed => Query(parsed.GetValue(words) ?? "", parsed.GetValue(locale) ?? "en"));
        return new Command("search", "Asks the search.") { query, SearchEvaluateCommand.Create() };
    }

    /// <summary>Lets the work have the content; 1 where there is none to serve.</summary>
    internal static int WithContent(Func<Snapshot, PortalFolders, int> work)
    {
        using var app = PortalApp.Build([]);
        var snapshots = app.Services.GetRequiredService<SnapshotStore>();
        if (snapshots.LoadFirst())
        {
            return work(snapshots.Current, app.Services.GetRequiredService<PortalFolders>());
        }

        Console.Error.WriteLine("The content has errors: run 'content check'.");
        return 1;
    }

    private static int Query(string words, string locale) => WithContent((snapshot, _) =>
    {
        foreach (var hit in snapshot.Library.Search.Search(new SearchRequest(locale, words)).Hits)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{hit.Score,8:F3}  {hit.Article.Key}  {hit.Article.Title}"));
        }

        return 0;
    });
}
