using System.CommandLine;
using System.Globalization;
using Portal.Web.Content;
using Portal.Web.Data;
using Portal.Web.Data.Sqlite;

namespace Portal.Web.Commands;

/// <summary><c>data backup</c> and <c>data restore</c>: the embedded database as one file, and back.</summary>
public static class DataCommand
{
    private const double Megabyte = 1_000_000;

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The file of the backup." };
        var backup = new Command("backup", "Writes a checked copy of the embedded database, also while the portal serves.") { file };
        backup.TreatUnmatchedTokensAsErrors = false;
        backup.SetAction((parsed, cancellation) => RunAsync(
            [.. parsed.UnmatchedTokens],
            "pg_dump --format=custom",
            (database, _) => BackUpAsync(database, Path.GetFullPath(parsed.GetValue(file)!), cancellation)));
        var restore = new Command("restore", "Puts a backup in the place of the embedded database. The portal must not be running.") { file };
        restore.TreatUnmatchedTokensAsErrors = false;
        restore.SetAction((parsed, cancellation) => RunAsync(
            [.. parsed.UnmatchedTokens],
            "pg_restore",
            (database, clock) => RestoreAsync(Path.GetFullPath(parsed.GetValue(file)!), database, clock, cancellation)));
        return new Command("data", "Backs up and restores the embedded database.") { backup, restore };
    }

    private static async Task<int> RunAsync(string[] settings, string tool, Func<string, TimeProvider, Task<int>> work)
    {
        await using var app = PortalApp.Build(settings);
        if (DataRegistration.SqliteFile(app.Configuration, app.Services.GetRequiredService<PortalFolders>()) is not { } database)
        {
            await Console.Error.WriteLineAsync($"The portal's database is PostgreSQL: use its own {tool}.");
            return 1;
        }

        try
        {
            return await work(database, app.Services.GetRequiredService<TimeProvider>());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    private static async Task<int> BackUpAsync(string database, string target, CancellationToken cancellation)
    {
        await Console.Out.WriteLineAsync($"Copying {database} …");
        return await TellAsync(await DatabaseCopy.BackUpAsync(database, target, cancellation), $"written to {target} and checked");
    }

    private static async Task<int> RestoreAsync(string source, string database, TimeProvider clock, CancellationToken cancellation)
    {
        await Console.Out.WriteLineAsync($"Checking {source} …");
        return await TellAsync(await DatabaseCopy.RestoreAsync(source, database, clock.GetUtcNow(), cancellation), $"restored to {database}. What was paid since the copy was made is not in it: no refund is sent until 'refunds reconcile' has compared the books");
    }

    private static async Task<int> TellAsync(CopyOutcome outcome, string what)
    {
        switch (outcome)
        {
            case CopyOutcome.Done done:
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{done.Bytes / Megabyte:F1} MB {what}."));
                if (done.Kept is not null)
                {
                    await Console.Out.WriteLineAsync($"What was there before is kept as {done.Kept}; it still holds personal data, so delete it when it is not needed.");
                }

                return 0;
            case CopyOutcome.Impossible impossible:
                await Console.Error.WriteLineAsync(impossible.Why);
                return 1;
            default:
                throw new InvalidOperationException($"{outcome} is no outcome.");
        }
    }
}
