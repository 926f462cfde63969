using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Web.Data;
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

/// <summary>A database file of its own: a copy of one that is migrated once a run.</summary>
public sealed class SqliteDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<byte[]>> Migrated = new(MigrateOnceAsync);

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-sqlite-").FullName;

    /// <summary>The database file.</summary>
    public string File => Path.Combine(_folder, "portal.db");

    public PortalDbContext Open() => Open(File);

    public async Task<SqliteDatabase> MigrateAsync()
    {
        await System.IO.File.WriteAllBytesAsync(File, await Migrated.Value);
        return this;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static SqlitePortalDbContext Open(string file, bool isPooled = true) => new(new DbContextOptionsBuilder<SqlitePortalDbContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, Pooling = isPooled }.ToString())
        .Options);

    private static async Task<byte[]> MigrateOnceAsync()
    {
        var file = Path.GetTempFileName();
        await using (var database = Open(file, isPooled: false))
        {
            await database.Database.MigrateAsync();
        }

        // EF Core switches a new database to WAL, whose file is gone only when the last connection is.
        var bytes = await System.IO.File.ReadAllBytesAsync(file);
        System.IO.File.Delete(file);
        return bytes;
    }
}

/// <summary>A PostgreSQL database of its own on the server that <c>PORTAL_TEST_POSTGRES</c> names; tests/run.sh starts one.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly string _name = $"portal_{Guid.NewGuid():N}";

    /// <summary>How to reach it.</summary>
    public string ConnectionText => PostgresTemplate.ConnectionText(_name);

    public PortalDbContext Open() => PostgresTemplate.Open(ConnectionText);

    /// <summary>Makes it with all tables.</summary>
    public async Task<PostgresDatabase> MigrateAsync()
    {
        await PostgresTemplate.RunAsync($"CREATE DATABASE {_name} TEMPLATE {await PostgresTemplate.NameAsync()}");
        return this;
    }

    /// <summary>Makes it without any table.</summary>
    public async Task<PostgresDatabase> CreateEmptyAsync()
    {
        await PostgresTemplate.RunAsync($"CREATE DATABASE {_name}");
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionText))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await PostgresTemplate.RunAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }
}
