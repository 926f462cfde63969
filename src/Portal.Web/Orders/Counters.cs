using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;

namespace Portal.Web.Orders;

/// <summary>Counts under keys in windows of time, in the database, so that all nodes count together.</summary>
public sealed class Counters(PortalDbContext database, TimeProvider clock)
{
    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Counts one, in a single statement: of any number of callers at once no more than <paramref name="limit"/> are let through in one window.</summary>
    /// <returns>False when the limit of this window is reached; then nothing is counted.</returns>
    public async Task<bool> TryCountAsync(string key, int limit, Duration window, CancellationToken cancellation)
    {
        var hash = Hash(key);
        var now = new InstantConverter().ConvertToProviderTyped(Now);
        var since = new InstantConverter().ConvertToProviderTyped(Now - window);
        return await database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Throttles" ("Key", "WindowStart", "Failures") VALUES ({hash}, {now}, 1)
            ON CONFLICT ("Key") DO UPDATE SET
                "Failures" = CASE WHEN "Throttles"."WindowStart" <= {since} THEN 1 ELSE "Throttles"."Failures" + 1 END,
                "WindowStart" = CASE WHEN "Throttles"."WindowStart" <= {since} THEN {now} ELSE "Throttles"."WindowStart" END
            WHERE "Throttles"."WindowStart" <= {since} OR "Throttles"."Failures" < {limit}
            """,
            cancellation) == 1;
    }

    /// <summary>Takes one back that was counted for nothing.</summary>
    public Task GiveBackAsync(string key, CancellationToken cancellation)
    {
        var hash = Hash(key);
        return database.Throttles
            .Where(throttle => throttle.Key == hash && throttle.Failures > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(throttle => throttle.Failures, throttle => throttle.Failures - 1), cancellation);
    }

    /// <summary>How many are counted in the running window, for each of the keys.</summary>
    public async Task<IReadOnlyList<int>> CountAsync(IReadOnlyList<string> keys, Duration window, CancellationToken cancellation)
    {
        var hashes = keys.Select(Hash).ToList();
        var since = Now - window;
        var counts = await database.Throttles
            .AsNoTracking()
            .Where(throttle => hashes.Contains(throttle.Key) && throttle.WindowStart > since)
            .ToDictionaryAsync(throttle => throttle.Key, throttle => throttle.Failures, StringComparer.Ordinal, cancellation);
        return hashes.ConvertAll(hash => counts.GetValueOrDefault(hash));
    }

    // Only hashes are stored: neither addresses nor numbers of strangers belong into the database.
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
