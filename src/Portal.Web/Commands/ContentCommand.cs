using System.CommandLine;
using Portal.Knowledge.Articles;
using Portal.Knowledge.Checks;
using Portal.Web.Content;

namespace Portal.Web.Commands;

/// <summary><c>content check</c>: every finding, with file, line, column and the fix.</summary>
public static class ContentCommand
{
    public static Command Create()
    {
        var root = new Option<string?>("--root") { Description = "The content folder; Content:Root unless given." };
        var check = new Command("check", "Reports every finding in the content. Exit status 1 when there is an error.") { root };
        check.SetAction(parsed => Check(parsed.GetValue(root)));
        return new Command("content", "Checks the content.") { check };
    }

    private static int Check(string? root)
    {
        var args = root is null ? Array.Empty<string>() : [$"--Content:Root={root}"];
        using var app = PortalApp.Build(args);
        var folders = app.Services.GetRequiredService<PortalFolders>();
        if (!Directory.Exists(folders.Content))
        {
            Console.Error.WriteLine($"There is no content folder at {folders.Content}.");
            return 1;
        }

        var reader = app.Services.GetRequiredService<SnapshotReader>();
        var reading = reader.Read(folders.Content);
        var findings = reading.Snapshot is { } snapshot
            ? ContentCheck.Run(SnapshotReader.Options(folders.Content, snapshot.Site), reader.Values(snapshot.Policies, snapshot.Site), app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime.ToDateOnly())
            : reading.Findings;
        foreach (var finding in findings)
        {
            Console.Out.WriteLine(finding);
        }

        var errors = findings.Count(finding => finding.Severity == Severity.Error);
        Console.Out.WriteLine($"{errors} errors, {findings.Count - errors} warnings");
        return errors > 0 ? 1 : 0;
    }

    private static DateOnly ToDateOnly(this DateTime time) => DateOnly.FromDateTime(time);
}
