using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;
using Portal.Web.Operations;

namespace Portal.Web.Api;

/// <summary>The beginning of a call that may be repeated.</summary>
public abstract record CallBegun
{
    private CallBegun()
    {
    }

    /// <summary>It is to be worked on: for the first time, again because its answer was never stored, or at this moment elsewhere too.</summary>
    /// <param name="Id">The call's.</param>
    /// <param name="Draft">The same for every repetition of this body: of what the call opens there is one.</param>
    public sealed record Open(Guid Id, Guid Draft) : CallBegun;

    /// <summary>It has been answered.</summary>
    public sealed record Answered(int Status, string Answer) : CallBegun;

    /// <summary>The key was used for another body.</summary>
    public sealed record OtherBody : CallBegun;
}

/// <summary>Lets programs repeat a call whose answer they lost: the same key and body get the same answer.</summary>
public sealed class ApiCalls(PortalDbContext database, TimeProvider clock)
{
    /// <summary>The longest idempotency key, in characters.</summary>
    public const int MaxKey = 255;

    /// <summary>What is known of the call, without beginning it; null when it is new.</summary>
    public async Task<CallBegun?> FindAsync(Guid apiKey, string key, ReadOnlyMemory<byte> body, CancellationToken cancellation = default)
    {
        var id = IdOf(apiKey, key);
        return await database.ApiCalls.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } call ? null
            : !string.Equals(call.BodyHash, Hash(body.Span), StringComparison.Ordinal) ? new CallBegun.OtherBody()
            : call is { Status: { } status, Answer: { } answer } ? new CallBegun.Answered(status, answer)
            : OpenOf(call);
    }

    /// <summary>Begins the call, or finds what became of it.</summary>
    public async Task<CallBegun> BeginAsync(Guid apiKey, string key, ReadOnlyMemory<byte> body, CancellationToken cancellation = default)
    {
        var call = new ApiCall { Id = IdOf(apiKey, key), ApiKeyId = apiKey, BodyHash = Hash(body.Span), CreatedAt = Instant.FromDateTimeOffset(clock.GetUtcNow()) };
        database.ApiCalls.Add(call);
        try
        {
            await database.SaveChangesAsync(cancellation);
            return OpenOf(call);
        }
        catch (DbUpdateException fault)
        {
            database.ChangeTracker.Clear();
            return await FindAsync(apiKey, key, body, cancellation) ?? throw new InvalidOperationException("The call could not be stored.", fault);
        }
        finally
        {
            database.ChangeTracker.Clear();
        }
    }

    /// <summary>Stores the answer, unless a repetition was faster.</summary>
    /// <returns>What is stored: the answer that everybody gets.</returns>
    public async Task<CallBegun.Answered> AnswerAsync(Guid id, int status, string answer, CancellationToken cancellation = default)
    {
        var isFirst = await database.ApiCalls
            .Where(row => row.Id == id && row.Status == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, status).SetProperty(row => row.Answer, answer), cancellation) == 1;
        if (isFirst)
        {
            return new CallBegun.Answered(status, answer);
        }

        var stored = await database.ApiCalls.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);
        return stored is { Status: { } first, Answer: { } text } ? new CallBegun.Answered(first, text) : new CallBegun.Answered(status, answer);
    }

    private static CallBegun.Open OpenOf(ApiCall call) => new(call.Id, GuidOf($"{call.Id:N} {call.BodyHash}"));

    private static Guid IdOf(Guid apiKey, string key) => GuidOf($"{apiKey:N} {key}");

    private static Guid GuidOf(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private static string Hash(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));
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
