using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Web.Data;
using Portal.Web.Data.Postgres;
using Portal.Web.Data.Sqlite;

namespace Portal.Web.Tests.Data;

/// <summary>A storage test: every test of a class derived from it runs on SQLite in one subclass and on PostgreSQL in another.</summary>
public abstract class DatabaseTest : IAsyncLifetime
{
    /// <summary>A new context on the test's own database.</summary>
    public abstract PortalDbContext Open();

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();
}

/// <summary>A database file of its own.</summary>
public sealed class SqliteDatabase : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-sqlite-").FullName;

    public PortalDbContext Open() => new SqlitePortalDbContext(new DbContextOptionsBuilder<SqlitePortalDbContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "portal.db"), ForeignKeys = true }.ToString())
        .Options);

    public async Task<SqliteDatabase> MigrateAsync()
    {
        await using var database = Open();
        await database.Database.MigrateAsync();
        return this;
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A PostgreSQL database of its own on the server that <c>PORTAL_TEST_POSTGRES</c> names; tests/run.sh starts one.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly string _name = $"portal_{Guid.NewGuid():N}";

    private static string Server => Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES")
        ?? throw new InvalidOperationException("PORTAL_TEST_POSTGRES is not set: run the tests with 'bash tests/run.sh', which starts a PostgreSQL.");

    public PortalDbContext Open() => new PostgresPortalDbContext(new DbContextOptionsBuilder<PostgresPortalDbContext>()
        .UseNpgsql(new NpgsqlConnectionStringBuilder(Server) { Database = _name }.ToString())
        .Options);

    public async Task<PostgresDatabase> MigrateAsync()
    {
        await using var database = Open();
        await database.Database.MigrateAsync();
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await using var database = Open();
        await database.Database.EnsureDeletedAsync();
    }
}
