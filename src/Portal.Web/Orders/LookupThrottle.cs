using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;

namespace Portal.Web.Orders;

/// <summary>Limits failed look-ups per address and per order number, whether the order exists or not.</summary>
public sealed class LookupThrottle(PortalDbContext database, TimeProvider clock)
{
    /// <summary>After this many failures in one window an address waits for the next.</summary>
    public const int FailuresPerAddress = 20;

    /// <summary>After this many failures in one window an order number can be looked up by nobody.</summary>
    public const int FailuresPerOrder = 10;

    /// <summary>How long failures count.</summary>
    public static readonly Duration Window = Duration.FromMinutes(15);

    /// <summary>True when this address or this number has failed too often.</summary>
    public async Task<bool> IsClosedAsync(string address, string number, CancellationToken cancellation)
    {
        var keys = Keys(address, number);
        var since = Now - Window;
        var failures = await database.Throttles
            .AsNoTracking()
            .Where(throttle => keys.Contains(throttle.Key) && throttle.WindowStart > since)
            .ToDictionaryAsync(throttle => throttle.Key, throttle => throttle.Failures, StringComparer.Ordinal, cancellation);
        return failures.GetValueOrDefault(keys[0]) >= FailuresPerAddress || failures.GetValueOrDefault(keys[1]) >= FailuresPerOrder;
    }

    /// <summary>Counts one failure for the address and for the number.</summary>
    public async Task CountFailureAsync(string address, string number, CancellationToken cancellation)
    {
        foreach (var key in Keys(address, number))
        {
            if (!await RaiseAsync(key, cancellation))
            {
                await StartAsync(key, cancellation);
            }
        }
    }

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    private async Task<bool> RaiseAsync(string key, CancellationToken cancellation)
    {
        var now = Now;
        var since = now - Window;
        var raised = await database.Throttles
            .Where(throttle => throttle.Key == key && throttle.WindowStart > since)
            .ExecuteUpdateAsync(set => set.SetProperty(throttle => throttle.Failures, throttle => throttle.Failures + 1), cancellation);
        return raised > 0 || await database.Throttles
            .Where(throttle => throttle.Key == key && throttle.WindowStart <= since)
            .ExecuteUpdateAsync(set => set.SetProperty(throttle => throttle.Failures, 1).SetProperty(throttle => throttle.WindowStart, now), cancellation) > 0;
    }

    private async Task StartAsync(string key, CancellationToken cancellation)
    {
        var fresh = new Throttle { Key = key, WindowStart = Now, Failures = 1 };
        database.Throttles.Add(fresh);
        try
        {
            await database.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another request started the same window in between.
            await RaiseAsync(key, cancellation);
        }
        finally
        {
            database.Entry(fresh).State = EntityState.Detached;
        }
    }

    // Only hashes are stored: neither addresses nor numbers of strangers belong into the database.
    private static string[] Keys(string address, string number) => [Hash("address:" + address), Hash("order:" + number)];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
