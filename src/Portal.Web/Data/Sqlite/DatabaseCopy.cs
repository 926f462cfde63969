using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Payments;

namespace Portal.Web.Data.Sqlite;

/// <summary>What copying a database gave.</summary>
public abstract record CopyOutcome
{
    private CopyOutcome()
    {
    }

    /// <param name="Bytes">The size of the database that was copied.</param>
    /// <param name="Kept">Where the database that was replaced is kept; null when there was none.</param>
    public sealed record Done(long Bytes, string? Kept = null) : CopyOutcome;

    /// <param name="Why">A sentence for the person who asked.</param>
    public sealed record Impossible(string Why) : CopyOutcome;
}

/// <summary>Copies the embedded database to a file and back.</summary>
public static class DatabaseCopy
{
    /// <summary>
    /// Writes a copy as of one moment, while others go on reading and writing. It holds nothing that was deleted: SQLite writes it anew instead of copying pages.
    /// <paramref name="target"/> appears only when the copy is whole, on disk and sound; only its owner can read it.
    /// </summary>
    public static async Task<CopyOutcome> BackUpAsync(string database, string target, CancellationToken cancellation = default)
    {
        if (!File.Exists(database))
        {
            return new CopyOutcome.Impossible($"There is no database at {database}.");
        }

        if (File.Exists(target))
        {
            return new CopyOutcome.Impossible($"{target} is there already; a backup replaces nothing.");
        }

        using var use = new DatabaseFileLock();
        use.Use(database);
        var part = target + ".part";
        CreateForOwner(part);
        await using (var connection = await OpenAsync(database, SqliteOpenMode.ReadWrite, cancellation))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $target";
            command.Parameters.AddWithValue("$target", part);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        if (await FaultAsync(part, cancellation) is { } fault)
        {
            return new CopyOutcome.Impossible($"{part} is not sound: {fault}.");
        }

        Flush(part);
        File.Move(part, target);
        return new CopyOutcome.Done(new FileInfo(target).Length);
    }

    /// <summary>
    /// Puts a copy in the place of the database, which nobody may be using. What was there is kept beside it.
    /// The restored database holds its refunds (<see cref="RefundHold"/>): what was paid since the copy was made is not in it.
    /// </summary>
    /// <param name="source">The copy.</param>
    /// <param name="database">The database to replace.</param>
    /// <param name="now">Names what is kept.</param>
    /// <param name="cancellation">Ends it before anything is replaced.</param>
    public static async Task<CopyOutcome> RestoreAsync(string source, string database, DateTimeOffset now, CancellationToken cancellation = default)
    {
        if (!File.Exists(source))
        {
            return new CopyOutcome.Impossible($"There is no file at {source}.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(database)!);
        using var owned = DatabaseFileLock.TryOwn(database);
        if (owned is null)
        {
            return new CopyOutcome.Impossible($"{database} is in use. Stop the portal first.");
        }

        var fresh = database + ".restoring";
        File.Delete(fresh);
        CreateForOwner(fresh);
        File.Copy(source, fresh, overwrite: true);
        if (await FaultAsync(fresh, cancellation) is { } fault)
        {
            File.Delete(fresh);
            return new CopyOutcome.Impossible($"{source} is not sound: {fault}. Nothing was replaced.");
        }

        await HoldRefundsAsync(fresh, cancellation);
        Flush(fresh);
        var kept = Keep(database, now);
        // A log that belongs to the old database must never meet the new one.
        File.Delete(database + "-wal");
        File.Delete(database + "-shm");
        File.Move(fresh, database, overwrite: true);
        return new CopyOutcome.Done(new FileInfo(database).Length, kept);
    }

    // Before it takes its place, so that no portal ever serves it without the mark.
    private static async Task HoldRefundsAsync(string fresh, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(fresh, SqliteOpenMode.ReadWrite, cancellation);
        await using var database = Context(connection);
        await DatabaseStart.MigrateAloneAsync(database, cancellation);
        await new RefundHolds(database).HoldAsync(cancellation);
        await database.Database.ExecuteSqlAsync($"PRAGMA journal_mode = DELETE", cancellation);
    }

    private static string? Keep(string database, DateTimeOffset now)
    {
        if (!File.Exists(database))
        {
            return null;
        }

        var kept = $"{database}.before-restore-{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}";
        foreach (var part in (string[])["", "-wal", "-shm"])
        {
            if (File.Exists(database + part))
            {
                File.Copy(database + part, kept + part);
                Flush(kept + part);
            }
        }

        return kept;
    }

    // What is wrong with a copy, or null.
    private static async Task<string?> FaultAsync(string file, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await OpenAsync(file, SqliteOpenMode.ReadOnly, cancellation);
            return await FirstAsync(connection, "PRAGMA integrity_check", cancellation) is var sound && sound is not "ok" ? $"SQLite says {sound}"
                : await FirstAsync(connection, "PRAGMA foreign_key_check", cancellation) is { } table ? $"rows of {table} refer to rows that are missing"
                : await FirstAsync(connection, "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'", cancellation) is null ? "it is not a portal's database"
                : await NewerAsync(connection, cancellation) is { } migration ? $"it was written by a newer version of the portal, which knows {migration}"
                : null;
        }
        catch (SqliteException fault)
        {
            return fault.Message.TrimEnd('.');
        }
    }

    private static async Task<string?> NewerAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        await using var database = Context(connection);
        return (await database.Database.GetAppliedMigrationsAsync(cancellation)).Except(database.Database.GetMigrations(), StringComparer.Ordinal).FirstOrDefault();
    }

    private static SqlitePortalDbContext Context(SqliteConnection connection) => new(new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite(connection).Options);

    private static async Task<string?> FirstAsync(SqliteConnection connection, string query, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        return (await command.ExecuteScalarAsync(cancellation))?.ToString();
    }

    private static async Task<SqliteConnection> OpenAsync(string file, SqliteOpenMode mode, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private static void CreateForOwner(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        File.Delete(file);
        new FileStream(file, options).Dispose();
    }

    private static void Flush(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }
}
