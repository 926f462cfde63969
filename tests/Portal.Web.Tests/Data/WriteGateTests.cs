using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;
using Portal.Web.Data.Sqlite;
using Portal.Web.Operations;

namespace Portal.Web.Tests.Data;

public sealed class WriteGateTests : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();
    private readonly WriteGate _gate = new();

    public async ValueTask InitializeAsync() => await _database.MigrateAsync();

    public ValueTask DisposeAsync()
    {
        _gate.Dispose();
        return _database.DisposeAsync();
    }

    [Fact]
    public async Task Writers_WhileOneWrites_QueueAndReadersDoNotWait()
    {
        await using var first = Open();
        await first.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL");
        await using (var transaction = await first.Database.BeginTransactionAsync())
        {
            first.Jobs.Add(NewJob("first"));
            await first.SaveChangesAsync();
            var second = Task.Run(() => StoreAsync("second"));
            var third = Task.Run(CountUpAsync);
            await WaitForAsync(waiting: 2);

            await using (var reader = Open())
            {
                Assert.Empty(await reader.Jobs.ToListAsync());
            }

            Assert.False(second.IsCompleted || third.IsCompleted);
            await transaction.CommitAsync();
            await Task.WhenAll(second, third);
        }

        Assert.Equal(["first", "second"], await NamesAsync());
    }

    [Fact]
    public async Task Writers_ManyAtOnce_AllGetTheirTurn()
    {
        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) => await StoreAsync($"job {number}"));
        Assert.Equal(200, (await NamesAsync()).Count);
        Assert.Equal(0, _gate.Waiting);
    }

    [Fact]
    public async Task Transaction_DroppedWithoutEnd_LetsTheNextOneIn()
    {
        await using (var dropped = Open())
        {
            await using var transaction = await dropped.Database.BeginTransactionAsync();
            dropped.Jobs.Add(NewJob("dropped"));
            await dropped.SaveChangesAsync();
        }

        await StoreAsync("next");
        Assert.Equal(["next"], await NamesAsync());
    }

    [Fact]
    public async Task Transaction_RolledBack_LetsTheNextOneInWhileItsContextLives()
    {
        await using var database = Open();
        await using var transaction = await database.Database.BeginTransactionAsync();
        await transaction.RollbackAsync();
        await StoreAsync("next");
    }

    [Fact]
    public async Task Write_ThatFails_LetsTheNextOneIn()
    {
        await using var database = Open();
        await Assert.ThrowsAsync<SqliteException>(() => database.Database.ExecuteSqlAsync($"INSERT INTO nothing VALUES (1)"));
        await StoreAsync("job");
        database.Jobs.Add(NewJob("job"));
        await Assert.ThrowsAsync<DbUpdateException>(() => database.SaveChangesAsync());
        await StoreAsync("next");
    }

    [Fact]
    public void Write_OfTheSynchronousKind_PassesToo()
    {
        using var database = Open();
        database.Jobs.Add(NewJob("job"));
        database.SaveChanges();
        Assert.Equal(1, database.Jobs.ExecuteDelete());
        Assert.Equal(0, _gate.Waiting);
    }

    [Fact]
    public async Task Connection_IsDurableAndPatient()
    {
        await using var database = Open();
        await database.Database.OpenConnectionAsync();
        Assert.Equal((2, 10_000), (await PragmaAsync(database, "synchronous"), await PragmaAsync(database, "busy_timeout")));
    }

    private static async Task<int> PragmaAsync(PortalDbContext database, string name)
    {
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Job NewJob(string name) => new() { Name = name, NextAt = Instant.FromUtc(2026, 11, 18, 10, 0) };

    private SqlitePortalDbContext Open() => new(new DbContextOptionsBuilder<SqlitePortalDbContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = _database.File, ForeignKeys = true }.ToString())
        .AddInterceptors(new GatedWriting(_gate))
        .Options);

    private async Task StoreAsync(string name)
    {
        await using var database = Open();
        database.Jobs.Add(NewJob(name));
        await database.SaveChangesAsync();
    }

    private async Task CountUpAsync()
    {
        await using var database = Open();
        await database.Jobs.ExecuteUpdateAsync(set => set.SetProperty(job => job.LeaseUntil, (Instant?)null));
    }

    private async Task<List<string>> NamesAsync()
    {
        await using var database = Open();
        return await database.Jobs.Select(job => job.Name).OrderBy(name => name).ToListAsync();
    }

    private async Task WaitForAsync(int waiting)
    {
        while (_gate.Waiting < waiting)
        {
            await Task.Yield();
        }
    }
}
