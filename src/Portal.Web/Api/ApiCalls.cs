using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;
using Portal.Web.Operations;

namespace Portal.Web.Api;

/// <summary>What is known of a call that may be repeated.</summary>
public abstract record CallFound
{
    private CallFound()
    {
    }

    /// <summary>It has been answered: every repetition gets this.</summary>
    public sealed record Answered(int Status, string Answer) : CallFound;

    /// <summary>The key was used for another body.</summary>
    public sealed record OtherBody : CallFound;
}

/// <summary>Lets programs repeat a call whose answer they lost: the same key and body get the same answer. An answer is stored together with what it tells of, or not at all.</summary>
public sealed class ApiCalls(PortalDbContext database, TimeProvider clock)
{
    /// <summary>The longest idempotency key, in characters.</summary>
    public const int MaxKey = 255;

    /// <summary>A call as it comes in.</summary>
    public ApiCall Begin(Guid apiKey, string key, ReadOnlyMemory<byte> body) =>
        new() { Id = GuidOf($"{apiKey:N} {key}"), ApiKeyId = apiKey, BodyHash = Convert.ToHexStringLower(SHA256.HashData(body.Span)), CreatedAt = Instant.FromDateTimeOffset(clock.GetUtcNow()) };

    /// <summary>The same for every repetition of this call with this body: of what it opens there is one.</summary>
    public static Guid DraftOf(ApiCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return GuidOf($"{call.Id:N} {call.BodyHash}");
    }

    /// <summary>What is known of this call; null when it is new.</summary>
    public async Task<CallFound?> FindAsync(ApiCall call, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return await database.ApiCalls.AsNoTracking().SingleOrDefaultAsync(row => row.Id == call.Id, cancellation) is not { } known ? null
            : !string.Equals(known.BodyHash, call.BodyHash, StringComparison.Ordinal) ? new CallFound.OtherBody()
            : new CallFound.Answered(known.Status, known.Answer);
    }

    /// <summary>Adds the answer to what is stored next.</summary>
    public void Add(ApiCall call, int status, string answer)
    {
        ArgumentNullException.ThrowIfNull(call);
        (call.Status, call.Answer) = (status, answer);
        database.ApiCalls.Add(call);
    }

    /// <summary>Stores the answer by itself, unless a repetition was faster.</summary>
    /// <returns>What everybody gets.</returns>
    public async Task<CallFound> StoreAsync(ApiCall call, int status, string answer, CancellationToken cancellation = default)
    {
        Add(call, status, answer);
        try
        {
            await database.SaveChangesAsync(cancellation);
            return new CallFound.Answered(status, answer);
        }
        catch (DbUpdateException fault)
        {
            database.ChangeTracker.Clear();
            return await FindAsync(call, cancellation) ?? throw new InvalidOperationException("The call could not be stored.", fault);
        }
    }

    private static Guid GuidOf(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}

/// <summary>Forgets calls that nobody repeats any more.</summary>
public sealed class OldApiCalls(PortalDbContext database, TimeProvider clock) : IDailyJob
{
    /// <summary>How long a call may be repeated.</summary>
    public static readonly Duration Kept = Duration.FromDays(7);

    public string Name => "api-calls";

    public Task RunAsync(CancellationToken cancellation)
    {
        var before = Instant.FromDateTimeOffset(clock.GetUtcNow()) - Kept;
        return database.ApiCalls.Where(row => row.CreatedAt < before).ExecuteDeleteAsync(cancellation);
    }
}
