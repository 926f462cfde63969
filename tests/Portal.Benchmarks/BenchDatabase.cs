using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Web.Data;
using Portal.Web.Data.Postgres;
using Portal.Web.Data.Sqlite;

namespace Portal.Benchmarks;

/// <summary>A database of its own that writes durably, and the settings by which the site uses it.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly Func<PortalDbContext> _open;
    private readonly Func<Task> _drop;

    private BenchDatabase(string name, string connection, Func<PortalDbContext> open, Func<Task> drop)
    {
        (Name, Connection, _open, _drop) = (name, connection, open, drop);
        Settings = [$"--Database:Provider={name}", $"--ConnectionStrings:Portal={connection}"];
    }

    public string Name { get; }

    public string Connection { get; }

    public IReadOnlyList<string> Settings { get; }

    public PortalDbContext Open() => _open();

    /// <summary>SQLite, and PostgreSQL where <c>PORTAL_TEST_POSTGRES</c> names a server.</summary>
    public static async IAsyncEnumerable<BenchDatabase> EachAsync()
    {
        yield return await SqliteAsync();
        if (Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES") is { Length: > 0 } server)
        {
            yield return await PostgresAsync(server);
        }
    }

    public async ValueTask DisposeAsync() => await _drop();

    private static async Task<BenchDatabase> SqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-bench-").FullName;
        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "portal.db"), ForeignKeys = true }.ToString();
        var options = new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite(connection).Options;
        return await MigratedAsync(new BenchDatabase("Sqlite", connection, () => new SqlitePortalDbContext(options), () =>
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        }));
    }

    private static async Task<BenchDatabase> PostgresAsync(string server)
    {
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = $"bench_{Guid.NewGuid():N}" }.ToString();
        var options = new DbContextOptionsBuilder<PostgresPortalDbContext>().UseNpgsql(connection).Options;
        return await MigratedAsync(new BenchDatabase("Postgres", connection, () => new PostgresPortalDbContext(options), async () =>
        {
            NpgsqlConnection.ClearAllPools();
            await using var database = new PostgresPortalDbContext(options);
            await database.Database.EnsureDeletedAsync();
        }));
    }

    private static async Task<BenchDatabase> MigratedAsync(BenchDatabase made)
    {
        await using var database = made.Open();
        await database.Database.MigrateAsync();
        return made;
    }
}
