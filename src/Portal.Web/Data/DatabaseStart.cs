using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Portal.Web.Data.Sqlite;

namespace Portal.Web.Data;

/// <summary>Brings the tables up to date at the start, one node at a time.</summary>
public static class DatabaseStart
{
    // Any number, as long as it is always the same.
    private const long PostgresLock = 0x506F7274616C;

    /// <summary>Migrates and then fills, while all other nodes that start wait. A lock ends with the process that held it, so a node that dies here stops nobody.</summary>
    /// <param name="services">The site's.</param>
    /// <param name="fill">What must be done once the tables are there, by one node at a time; it gets services of its own.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task RunAsync(IServiceProvider services, Func<IServiceProvider, Task> fill, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(fill);
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (database.Database.IsSqlite())
        {
            await RunOnSqliteAsync(database, services.GetRequiredService<DatabaseFileLock>(), () => fill(scope.ServiceProvider), cancellation);
        }
        else
        {
            await RunOnPostgresAsync(database, () => fill(scope.ServiceProvider), cancellation);
        }
    }

    private static async Task RunOnSqliteAsync(PortalDbContext database, DatabaseFileLock use, Func<Task> fill, CancellationToken cancellation)
    {
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(database.Database.GetConnectionString()).DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        use.Use(file);
        using (await DatabaseFileLock.ChangeTablesAsync(file, cancellation))
        {
            await MigrateAloneAsync(database, cancellation);
            await database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellation);
            await fill();
        }
    }

    /// <summary>Brings the tables of an embedded database up to date that nobody else touches now.</summary>
    internal static async Task MigrateAloneAsync(PortalDbContext database, CancellationToken cancellation)
    {
        // EF Core's own lock is a row, which outlives a process that is killed while it migrates.
        if (await database.Database.SqlQuery<int>($"""SELECT count(*) AS "Value" FROM sqlite_master WHERE name = '__EFMigrationsLock'""").SingleAsync(cancellation) > 0)
        {
            await database.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsLock" """, cancellation);
        }

        await database.Database.MigrateAsync(cancellation);
    }

    private static async Task RunOnPostgresAsync(PortalDbContext database, Func<Task> fill, CancellationToken cancellation)
    {
        await CreateAsync(database, cancellation);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.Database.GetConnectionString()) { Pooling = false }.ToString());
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT pg_advisory_lock(@key)";
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("key", PostgresLock);
        await command.ExecuteNonQueryAsync(cancellation);
        await database.Database.MigrateAsync(cancellation);
        await fill();
    }

    private static async Task CreateAsync(PortalDbContext database, CancellationToken cancellation)
    {
        var creator = database.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await creator.ExistsAsync(cancellation))
            {
                await creator.CreateAsync(cancellation);
            }
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another node has made it in between.
        }
    }
}
