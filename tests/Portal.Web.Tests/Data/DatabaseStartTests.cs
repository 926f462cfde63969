using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Content;
using Portal.Web.Data;

namespace Portal.Web.Tests.Data;

/// <summary>Nodes that start on a database without any table.</summary>
public sealed class DatabaseStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-starts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public Task Start_ManyNodesAtOnceOnSqlite_FillOneAfterTheOther() => AssertOneAtATimeAsync([new("Data:Root", _folder)]);

    [Fact]
    public async Task Start_ManyNodesAtOnceOnPostgres_FillOneAfterTheOther()
    {
        await using var server = await new PostgresDatabase().CreateEmptyAsync();
        await AssertOneAtATimeAsync([new("Database:Provider", "Postgres"), new("ConnectionStrings:Portal", server.ConnectionText)]);
    }

    [Fact]
    public async Task Start_ManyNodesAtOnceOnPostgresWithoutTheDatabase_MakeItOnce()
    {
        await using var server = new PostgresDatabase();
        await AssertOneAtATimeAsync([new("Database:Provider", "Postgres"), new("ConnectionStrings:Portal", server.ConnectionText)]);
    }

    // EF Core's lock is a row; a node that was killed while it migrated leaves it behind.
    [Fact]
    public async Task Start_AfterANodeDiedMigrating_GoesOn()
    {
        await using var node = Node([new("Data:Root", _folder)]);
        await using (var scope = node.CreateAsyncScope())
        {
            var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            await database.Database.ExecuteSqlAsync($"""CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
            await database.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-18 10:00:00')""");
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await DatabaseStart.RunAsync(node, _ => Task.CompletedTask, patience.Token);
    }

    private static async Task AssertOneAtATimeAsync(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        const int Nodes = 4;
        var (inside, filled) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, Nodes).Select(_ => Task.Run(async () =>
        {
            await using var node = Node(settings);
            await DatabaseStart.RunAsync(node, async services =>
            {
                Assert.Equal(1, Interlocked.Increment(ref inside));
                Assert.Equal(filled++, await services.GetRequiredService<PortalDbContext>().Jobs.CountAsync());
                services.GetRequiredService<PortalDbContext>().Jobs.Add(new() { Name = $"node {filled}", NextAt = NodaTime.Instant.FromUtc(2026, 11, 18, 10, 0) });
                await services.GetRequiredService<PortalDbContext>().SaveChangesAsync();
                Interlocked.Decrement(ref inside);
            });
        })));
        Assert.Equal(Nodes, filled);
    }

    private static ServiceProvider Node(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<PortalFolders>()
            .AddData(configuration)
            .BuildServiceProvider();
    }
}
