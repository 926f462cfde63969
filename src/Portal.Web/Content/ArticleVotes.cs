using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;
using Portal.Web.Operations;
using Portal.Web.Orders;

namespace Portal.Web.Content;

/// <summary>Counts what readers say of articles.</summary>
public sealed class ArticleVotes(PortalDbContext database, Counters counters, TimeProvider clock)
{
    /// <summary>So many votes count from one network address in one window.</summary>
    public const int PerAddress = 20;

    /// <summary>How long a vote counts against its address.</summary>
    public static readonly Duration Window = Duration.FromMinutes(15);

    /// <summary>Counts one. False when the address has voted too often; then nothing is counted.</summary>
    /// <param name="article">The article's key.</param>
    /// <param name="locale">The reader's.</param>
    /// <param name="vote">What was said.</param>
    /// <param name="address">The reader's network address; only a hash of it is kept, while it counts.</param>
    /// <param name="cancellation">Ends the wait for the database.</param>
    public async Task<bool> TryCountAsync(string article, string locale, Vote vote, string address, CancellationToken cancellation)
    {
        if (!await counters.TryCountAsync($"votes-address:{ClientNetwork.Of(address)}", PerAddress, Window, cancellation))
        {
            return false;
        }

        var day = new LocalDateConverter().ConvertToProviderTyped(LocalDate.FromDateTime(clock.GetUtcNow().UtcDateTime));
        await database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Votes" ("Article", "Locale", "Day", "Vote", "Count") VALUES ({article}, {locale}, {day}, {vote.ToString()}, 1)
            ON CONFLICT ("Article", "Locale", "Day", "Vote") DO UPDATE SET "Count" = "Votes"."Count" + 1
            """,
            cancellation);
        return true;
    }

    /// <summary>How often each was said of each article in each locale, by article and locale.</summary>
    /// <param name="since">The first day that counts; null for all.</param>
    /// <param name="cancellation">Ends the wait for the database.</param>
    public async Task<IReadOnlyList<VoteCounts>> ReadAsync(LocalDate? since, CancellationToken cancellation)
    {
        var rows = await database.Votes.AsNoTracking().ToListAsync(cancellation);
        return [.. rows
            .Where(row => since is null || row.Day >= since)
            .GroupBy(row => (row.Article, row.Locale))
            .OrderBy(group => group.Key.Article, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Locale, StringComparer.Ordinal)
            .Select(group => new VoteCounts(group.Key.Article, group.Key.Locale, Enum.GetValues<Vote>().ToDictionary(vote => vote, vote => group.Where(row => row.Vote == vote).Sum(row => row.Count))))];
    }
}

/// <summary>What readers of a locale said of an article.</summary>
/// <param name="Article">The article's key.</param>
/// <param name="Locale">The readers' locale.</param>
/// <param name="Counts">How often each was said; every <see cref="Vote"/> is there.</param>
public sealed record VoteCounts(string Article, string Locale, IReadOnlyDictionary<Vote, int> Counts);
