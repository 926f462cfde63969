using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Portal.Web.Content;
using Portal.Web.Data;
using Portal.Web.Orders;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Content;

/// <summary>Votes as the database counts them.</summary>
public abstract class ArticleVotesTests : DatabaseTest
{
    private const int Readers = 12;

    private readonly FakeTimeProvider _clock = new(PortalFactory.Start);

    [Fact]
    public async Task Votes_ManyAtOnce_AreAllCountedByDay()
    {
        await Parallel.ForAsync(0, Readers, async (reader, cancellation) => Assert.True(await VoteAsync("returns/gifts", Vote.No, $"192.0.2.{reader}", cancellation)));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await VoteAsync("returns/gifts", Vote.Yes, "192.0.2.1", CancellationToken.None));

        var all = Assert.Single(await ReadAsync(null));
        Assert.Equal((Readers, 1, 0), (all.Counts[Vote.No], all.Counts[Vote.Yes], all.Counts[Vote.Wrong]));
        var today = Assert.Single(await ReadAsync(LocalDate.FromDateTime(_clock.GetUtcNow().UtcDateTime)));
        Assert.Equal((0, 1), (today.Counts[Vote.No], today.Counts[Vote.Yes]));
    }

    [Fact]
    public async Task Votes_FromOneAddress_CountUpToTheLimitOfItsWindow()
    {
        for (var vote = 0; vote < ArticleVotes.PerAddress; vote++)
        {
            Assert.True(await VoteAsync("returns/gifts", Vote.Yes, "192.0.2.1", CancellationToken.None));
        }

        Assert.False(await VoteAsync("returns/gifts", Vote.Yes, "192.0.2.1", CancellationToken.None));
        Assert.Equal(ArticleVotes.PerAddress, Assert.Single(await ReadAsync(null)).Counts[Vote.Yes]);
        _clock.Advance(ArticleVotes.Window.ToTimeSpan());
        Assert.True(await VoteAsync("returns/gifts", Vote.Yes, "192.0.2.1", CancellationToken.None));
    }

    private async Task<bool> VoteAsync(string article, Vote vote, string address, CancellationToken cancellation)
    {
        await using var database = Open();
        return await new ArticleVotes(database, new Counters(database, _clock), _clock).TryCountAsync(article, "en", vote, address, cancellation);
    }

    private async Task<IReadOnlyList<VoteCounts>> ReadAsync(LocalDate? since)
    {
        await using var database = Open();
        return await new ArticleVotes(database, new Counters(database, _clock), _clock).ReadAsync(since, CancellationToken.None);
    }
}

public sealed class ArticleVotesOnSqlite : ArticleVotesTests
{
    private readonly SqliteDatabase _database = new();

    public override PortalDbContext Open() => _database.Open();

    public override async ValueTask InitializeAsync() => await _database.MigrateAsync();

    public override ValueTask DisposeAsync() => _database.DisposeAsync();
}

public sealed class ArticleVotesOnPostgres : ArticleVotesTests
{
    private readonly PostgresDatabase _database = new();

    public override PortalDbContext Open() => _database.Open();

    public override async ValueTask InitializeAsync() => await _database.MigrateAsync();

    public override ValueTask DisposeAsync() => _database.DisposeAsync();
}
