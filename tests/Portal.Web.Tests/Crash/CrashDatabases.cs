using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Crash;

public sealed class CrashOnSqlite : CrashTests
{
    [Fact]
    public async Task Node_KilledAtRandom_EveryRefundExistsOnce()
    {
        await using var database = await new SqliteDatabase().MigrateAsync();
        await RunAsync("sqlite", 1, "Sqlite", $"Data Source={database.File};Foreign Keys=True", database.Open);
    }
}

public sealed class CrashOnPostgres : CrashTests
{
    [Fact]
    public async Task TwoNodes_KilledAtRandom_EveryRefundExistsOnce()
    {
        await using var database = await new PostgresDatabase().MigrateAsync();
        await RunAsync("postgres", 2, "Postgres", database.ConnectionText, database.Open);
    }
}
