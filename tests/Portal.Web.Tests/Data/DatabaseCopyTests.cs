using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;
using Portal.Web.Data.Sqlite;
using Portal.Web.Operations;

namespace Portal.Web.Tests.Data;

public sealed class DatabaseCopyTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = PortalFactory.Start;

    private readonly SqliteDatabase _database = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-copies-").FullName;

    private string Copy => Path.Combine(_folder, "backup.db");

    public async ValueTask InitializeAsync() => await _database.MigrateAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // Every transaction stores a pair; a copy that tore one apart would hold an odd number.
    [Fact]
    public async Task BackUp_WhileOthersWrite_HoldsWholeTransactionsAndRestores()
    {
        using var stop = new CancellationTokenSource();
        var stored = 0;
        var started = new TaskCompletionSource();
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await StorePairAsync(stored++);
                started.TrySetResult();
            }
        });
        await started.Task;
        for (var copy = 0; copy < 5; copy++)
        {
            var target = $"{Copy}.{copy}";
            Assert.IsType<CopyOutcome.Done>(await DatabaseCopy.BackUpAsync(_database.File, target));
            var names = await NamesAsync(target);
            Assert.NotEmpty(names);
            Assert.Equal(0, names.Count % 2);
        }

        await stop.CancelAsync();
        await writing;
        Assert.IsType<CopyOutcome.Done>(await DatabaseCopy.BackUpAsync(_database.File, Copy));
        await StorePairAsync(stored);
        await using (var visit = _database.Open())
        {
            SqliteConnection.ClearPool((SqliteConnection)visit.Database.GetDbConnection());
        }

        var restored = Assert.IsType<CopyOutcome.Done>(await DatabaseCopy.RestoreAsync(Copy, _database.File, Now));
        Assert.Equal(2 * stored, (await NamesAsync(_database.File)).Count);
        Assert.Equal(2 * (stored + 1), (await NamesAsync(restored.Kept!)).Count);
    }

    [Fact]
    public async Task BackUp_IsForItsOwnerOnlyAndHoldsNothingThatWasDeleted()
    {
        const string Secret = "job of somebody who was forgotten";
        await using (var database = _database.Open())
        {
            database.Jobs.Add(NewJob(Secret));
            await database.SaveChangesAsync();
            await database.Jobs.ExecuteDeleteAsync();
        }

        Assert.IsType<CopyOutcome.Done>(await DatabaseCopy.BackUpAsync(_database.File, Copy));
        Assert.DoesNotContain(Secret, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Copy)), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Copy));
        }
    }

    [Fact]
    public async Task BackUp_ToAFileThatIsThere_ReplacesNothing()
    {
        await File.WriteAllTextAsync(Copy, "mine");
        Assert.Contains(Copy, Assert.IsType<CopyOutcome.Impossible>(await DatabaseCopy.BackUpAsync(_database.File, Copy)).Why, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Copy));
    }

    [Fact]
    public async Task Restore_WhileAPortalUsesTheDatabase_ReplacesNothing()
    {
        await DatabaseCopy.BackUpAsync(_database.File, Copy);
        var before = await File.ReadAllBytesAsync(_database.File);
        using (var portal = new DatabaseFileLock())
        {
            portal.Use(_database.File);
            Assert.Contains("in use", Assert.IsType<CopyOutcome.Impossible>(await DatabaseCopy.RestoreAsync(Copy, _database.File, Now)).Why, StringComparison.Ordinal);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(_database.File));
        Assert.IsType<CopyOutcome.Done>(await DatabaseCopy.RestoreAsync(Copy, _database.File, Now));
    }

    [Fact]
    public async Task Restore_DamagedTornStrangeOrNewerFile_ReplacesNothingAndSaysWhy()
    {
        await StorePairAsync(1);
        await DatabaseCopy.BackUpAsync(_database.File, Copy);
        var good = await File.ReadAllBytesAsync(Copy);
        var damaged = (byte[])good.Clone();
        Array.Fill(damaged, (byte)0xA5, 4096, 3 * 4096);
        await AssertRefusedAsync("damaged.db", damaged, "damaged.db");
        await AssertRefusedAsync("torn.db", good[..(good.Length / 2)], "torn.db");
        await AssertRefusedAsync("empty.db", [], "not a portal's database");
        await AssertRefusedAsync("letter.db", "Dear operator"u8.ToArray(), "not a database");
        await AssertRefusedAsync("newer.db", await NewerAsync(good), "99991231235959_Future");
        Assert.Contains("no file", Assert.IsType<CopyOutcome.Impossible>(await DatabaseCopy.RestoreAsync(Path.Combine(_folder, "none.db"), _database.File, Now)).Why, StringComparison.Ordinal);
        Assert.Equal(2, (await NamesAsync(_database.File)).Count);
    }

    [Fact]
    public async Task Restore_CopyOfAnEarlierVersion_IsMigratedAndHoldsItsRefunds()
    {
        var earlier = Path.Combine(_folder, "earlier.db");
        await using (var database = Open(earlier))
        {
            await database.Database.MigrateAsync(database.Database.GetMigrations().First());
        }

        Assert.IsType<CopyOutcome.Done>(await DatabaseCopy.RestoreAsync(earlier, _database.File, Now));
        await using var restored = Open(_database.File);
        Assert.Empty(await restored.Database.GetPendingMigrationsAsync());
        Assert.Equal(NodaConstants.UnixEpoch, (await restored.RefundHolds.SingleAsync()).KnownUntil);
        Assert.Equal([], Directory.GetFiles(Path.GetDirectoryName(_database.File)!, "*restoring*"));
    }

    private static Job NewJob(string name) => new() { Name = name, NextAt = Instant.FromDateTimeOffset(Now) };

    private async Task AssertRefusedAsync(string name, byte[] bytes, string why)
    {
        var file = Path.Combine(_folder, name);
        await File.WriteAllBytesAsync(file, bytes);
        Assert.Contains(why, Assert.IsType<CopyOutcome.Impossible>(await DatabaseCopy.RestoreAsync(file, _database.File, Now)).Why, StringComparison.Ordinal);
    }

    private async Task<byte[]> NewerAsync(byte[] good)
    {
        var file = Path.Combine(_folder, "future.db");
        await File.WriteAllBytesAsync(file, good);
        await using (var database = Open(file))
        {
            await database.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsHistory" VALUES ('99991231235959_Future', '99.0')""");
        }

        return await File.ReadAllBytesAsync(file);
    }

    private static SqlitePortalDbContext Open(string file) => new(new DbContextOptionsBuilder<SqlitePortalDbContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString())
        .Options);

    private static async Task<List<string>> NamesAsync(string file)
    {
        await using var database = Open(file);
        return await database.Jobs.Select(job => job.Name).ToListAsync();
    }

    private async Task StorePairAsync(int number)
    {
        await using PortalDbContext database = _database.Open();
        database.Jobs.AddRange(NewJob($"left {number}"), NewJob($"right {number}"));
        await database.SaveChangesAsync();
    }
}
