using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Web.Data;
using Portal.Web.Data.Postgres;
using Portal.Web.Tests.Data;

[assembly: AssemblyFixture(typeof(PostgresTemplate))]

namespace Portal.Web.Tests.Data;

/// <summary>A database that is migrated once a run and copied for every test; it goes away with the run.</summary>
public sealed class PostgresTemplate : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(CreateAsync);

    private static string Server => Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES")
        ?? throw new InvalidOperationException("PORTAL_TEST_POSTGRES is not set: run the tests with 'bash tests/run.sh', which starts a PostgreSQL.");

    /// <summary>The template's name, once it has all tables.</summary>
    public static Task<string> NameAsync() => Template.Value;

    /// <summary>How to reach a database of the tests' server.</summary>
    public static string ConnectionText(string name) => new NpgsqlConnectionStringBuilder(Server) { Database = name }.ToString();

    /// <summary>A context on a database.</summary>
    public static PortalDbContext Open(string connectionText) => new PostgresPortalDbContext(new DbContextOptionsBuilder<PostgresPortalDbContext>().UseNpgsql(connectionText).Options);

    /// <summary>Runs a command on the server itself.</summary>
    public static async Task RunAsync(string command)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var sent = connection.CreateCommand();
        sent.CommandText = command;
        await sent.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Template is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await RunAsync($"DROP DATABASE {await Template.Value}");
        }
    }

    // Nobody may be connected to a database that is copied, so nothing is pooled here.
    private static async Task<string> CreateAsync()
    {
        var name = $"portal_template_{Guid.NewGuid():N}";
        await RunAsync($"CREATE DATABASE {name}");
        await using var database = Open(new NpgsqlConnectionStringBuilder(ConnectionText(name)) { Pooling = false }.ToString());
        await database.Database.MigrateAsync();
        return name;
    }
}
