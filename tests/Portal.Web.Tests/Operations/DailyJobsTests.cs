using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Portal.Web.Data;
using Portal.Web.Operations;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Operations;

public abstract class DailyJobsTests : DatabaseTest
{
    private readonly FakeTimeProvider _clock = new(PortalFactory.Start);

    [Fact]
    public async Task Run_Due_RunsOnceADay()
    {
        var job = new CountedJob("count");
        Assert.Equal(1, await Node(job).RunDueAsync(default));
        _clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await Node(job).RunDueAsync(default));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Node(job).RunDueAsync(default));
        Assert.Equal(2, job.Runs);
    }

    [Fact]
    public async Task Run_ManyNodesAtOnce_RunsOnce()
    {
        var job = new CountedJob("count");
        var done = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Node(job).RunDueAsync(default))));
        Assert.Equal((1, 1), (done.Sum(), job.Runs));
    }

    [Fact]
    public async Task Run_JobThatFails_IsTriedAgainInAnHourAndHindersNoOther()
    {
        var broken = new CountedJob("broken", _ => throw new InvalidOperationException("broken"));
        var sound = new CountedJob("sound");
        Assert.Equal(1, await Node(broken, sound).RunDueAsync(default));
        Assert.Equal((1, 1), (broken.Runs, sound.Runs));
        await Node(broken, sound).RunDueAsync(default);
        Assert.Equal(1, broken.Runs);
        _clock.Advance(TimeSpan.FromHours(1));
        await Node(broken, sound).RunDueAsync(default);
        Assert.Equal((2, 1), (broken.Runs, sound.Runs));
    }

    [Fact]
    public async Task Run_NodeToldToStop_GivesTheJobBackToTheNext()
    {
        using var stopping = new CancellationTokenSource();
        var interrupted = new CountedJob("count", async cancellation =>
        {
            await stopping.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Node(interrupted).RunDueAsync(stopping.Token));
        Assert.Equal(1, await Node(new CountedJob("count")).RunDueAsync(default));
    }

    [Fact]
    public async Task Run_NodeThatDied_LeavesTheJobToOthersWhenItsLeaseEnds()
    {
        await using (var database = Open())
        {
            var now = NodaTime.Instant.FromDateTimeOffset(_clock.GetUtcNow());
            database.Jobs.Add(new Job { Name = "count", NextAt = now, LeaseUntil = now + Job.Lease });
            await database.SaveChangesAsync();
        }

        Assert.Equal(0, await Node(new CountedJob("count")).RunDueAsync(default));
        _clock.Advance(Job.Lease.ToTimeSpan() + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Node(new CountedJob("count")).RunDueAsync(default));
    }

    [Fact]
    public async Task Run_NodeThatWasThoughtDead_DoesNotUndoWhatItsSuccessorHolds()
    {
        var slow = new CountedJob("count", async cancellation =>
        {
            _clock.Advance(Job.Lease.ToTimeSpan() + TimeSpan.FromSeconds(1));
            await using var database = Open();
            await database.Jobs.ExecuteUpdateAsync(set => set.SetProperty(job => job.LeaseUntil, NodaTime.Instant.FromDateTimeOffset(_clock.GetUtcNow()) + Job.Lease), cancellation);
        });
        await Node(slow).RunDueAsync(default);
        Assert.Equal(0, await Node(new CountedJob("count")).RunDueAsync(default));
    }

    private DailyJobs Node(params IDailyJob[] jobs)
    {
        var services = new ServiceCollection().AddScoped(_ => Open());
        foreach (var job in jobs)
        {
            services.AddSingleton(job);
        }

        return new DailyJobs(services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), _clock, NullLogger<DailyJobs>.Instance);
    }

    private sealed class CountedJob(string name, Func<CancellationToken, Task>? work = null) : IDailyJob
    {
        private int _runs;

        public string Name => name;

        public int Runs => _runs;

        public Task RunAsync(CancellationToken cancellation)
        {
            Interlocked.Increment(ref _runs);
            return work?.Invoke(cancellation) ?? Task.CompletedTask;
        }
    }
}

public sealed class DailyJobsOnSqlite : DailyJobsTests
{
    private readonly SqliteDatabase _database = new();

    public override PortalDbContext Open() => _database.Open();

    public override async ValueTask InitializeAsync() => await _database.MigrateAsync();

    public override ValueTask DisposeAsync() => _database.DisposeAsync();
}

public sealed class DailyJobsOnPostgres : DailyJobsTests
{
    private readonly PostgresDatabase _database = new();

    public override PortalDbContext Open() => _database.Open();

    public override async ValueTask InitializeAsync() => await _database.MigrateAsync();

    public override ValueTask DisposeAsync() => _database.DisposeAsync();
}
