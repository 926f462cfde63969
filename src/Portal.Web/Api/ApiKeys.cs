using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;

namespace Portal.Web.Api;

/// <summary>Makes, finds and revokes API keys. A key is <c>portal_</c> and 256 random bits; it is told once and stored as a hash only, which needs no salt, since nobody can guess it.</summary>
public sealed class ApiKeys(PortalDbContext database, TimeProvider clock)
{
    /// <summary>What every key begins with, so that scanners for lost secrets find it.</summary>
    public const string Prefix = "portal_";

    /// <summary>The longest name, in characters.</summary>
    public const int MaxName = 60;

    private const int SecretBytes = 32;

    private static readonly int Length = Prefix.Length + Base64Url.GetEncodedLength(SecretBytes);

    /// <summary>Makes a key; null when there is one of that name.</summary>
    /// <returns>The key itself, which is not stored.</returns>
    public async Task<string?> CreateAsync(string name, CancellationToken cancellation = default)
    {
        var key = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        database.ApiKeys.Add(new ApiKey { Name = name, Hash = Hash(key), CreatedAt = Instant.FromDateTimeOffset(clock.GetUtcNow()) });
        try
        {
            await database.SaveChangesAsync(cancellation);
            return key;
        }
        catch (DbUpdateException) when (database.ApiKeys.Any(known => known.Name == name))
        {
            return null;
        }
        finally
        {
            database.ChangeTracker.Clear();
        }
    }

    /// <summary>The good key that this is; null when it is none.</summary>
    public async Task<ApiKey?> FindAsync(string key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length != Length || !key.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var hash = Hash(key);
        var found = await database.ApiKeys.AsNoTracking().SingleOrDefaultAsync(known => known.Hash == hash, cancellation);
        return found is { RevokedAt: null } && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(found.Hash), Encoding.ASCII.GetBytes(hash)) ? found : null;
    }

    /// <summary>Refuses a key from now on. False when there is no good key of that name.</summary>
    public async Task<bool> RevokeAsync(string name, CancellationToken cancellation = default)
    {
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        return await database.ApiKeys.Where(key => key.Name == name && key.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(key => key.RevokedAt, now), cancellation) > 0;
    }

    /// <summary>Every key, oldest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellation = default) =>
        await database.ApiKeys.AsNoTracking().OrderBy(key => key.CreatedAt).ThenBy(key => key.Name).ToListAsync(cancellation);

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
