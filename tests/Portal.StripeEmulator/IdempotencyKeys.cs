namespace Portal.StripeEmulator;

/// <summary>
/// Idempotency as Stripe keeps it (https://docs.stripe.com/api/idempotent_requests): the first answer after the endpoint began is kept for a day,
/// errors and 500s too. Not safe by itself; the emulator's lock guards it.
/// </summary>
internal sealed class IdempotencyKeys(TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private readonly Dictionary<string, Entry> _entries = [];

    public int Replays { get; private set; }

    /// <summary>Takes the key for a call, or gives the answer that is kept under it.</summary>
    /// <exception cref="StripeProblem">The key is in use, or was used with other parameters.</exception>
    public StoredAnswer? Begin(string? key, string fingerprint)
    {
        if (key is null)
        {
            return null;
        }

        if (_entries.TryGetValue(key, out var entry) && clock.GetUtcNow() - entry.Since < Life)
        {
            if (entry.Fingerprint != fingerprint)
            {
                throw StripeProblem.KeyReused();
            }

            Replays += entry.Answer is null ? 0 : 1;
            return entry.Answer is { } answer ? answer with { IsReplayed = true } : throw StripeProblem.KeyInUse();
        }

        _entries[key] = new Entry(fingerprint, clock.GetUtcNow(), null);
        return null;
    }

    public void Keep(string? key, StoredAnswer answer)
    {
        if (key is not null && _entries.TryGetValue(key, out var entry))
        {
            _entries[key] = entry with { Answer = answer };
        }
    }

    public void Release(string? key)
    {
        if (key is not null)
        {
            _entries.Remove(key);
        }
    }

    private sealed record Entry(string Fingerprint, DateTimeOffset Since, StoredAnswer? Answer);
}
