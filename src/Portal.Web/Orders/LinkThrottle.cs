using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;

namespace Portal.Web.Orders;

/// <summary>Limits how often links are asked for, per network address and per e-mail address, whether there are orders or not.</summary>
public sealed class LinkThrottle(PortalDbContext database, TimeProvider clock)
{
    /// <summary>So many times in one window an address may ask.</summary>
    public const int PerAddress = 10;

    /// <summary>So many times in one window links to one e-mail address may be asked for, so that nobody's mail box is filled.</summary>
    public const int PerEmail = 2;

    /// <summary>How long a question counts.</summary>
    public static readonly Duration Window = Duration.FromMinutes(15);

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Counts first, then judges, so that a burst of questions at once cannot pass. False when it is too often.</summary>
    public async Task<bool> CountAsync(string address, string email, CancellationToken cancellation)
    {
        var byAddress = await CountAsync(Hash("links-address:" + address), cancellation);
        var byEmail = await CountAsync(Hash("links-email:" + email), cancellation);
        return byAddress <= PerAddress && byEmail <= PerEmail;
    }

    private async Task<int> CountAsync(string key, CancellationToken cancellation)
    {
        if (!await RaiseAsync(key, cancellation))
        {
            await StartAsync(key, cancellation);
        }

        return await database.Throttles.Where(throttle => throttle.Key == key).Select(throttle => throttle.Failures).SingleAsync(cancellation);
    }

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

    // Only hashes are stored: addresses of strangers do not belong into the database.
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
