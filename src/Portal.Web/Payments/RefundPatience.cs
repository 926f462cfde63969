using System.Buffers.Binary;
using NodaTime;

namespace Portal.Web.Payments;

/// <summary>How long a refund waits between two tries, and when a person should look.</summary>
public static class RefundPatience
{
    /// <summary>After this long without a definite answer a person should look; the worker goes on asking.</summary>
    public static readonly Duration UntilEscalated = Duration.FromHours(24);

    /// <summary>After this long a person should look at a refund that the provider still has in hand.</summary>
    public static readonly Duration UntilOverdue = Duration.FromDays(14);

    /// <summary>After this long of "not now" the refund fails, so that another way can be offered.</summary>
    public static readonly Duration UntilGivenUp = Duration.FromHours(72);

    /// <summary>How long after a server error an absent refund is believed to be absent, so that a fresh key is safe.</summary>
    public static readonly Duration UntilAbsent = Duration.FromSeconds(15);

    /// <summary>A refund that waited longer for its first try is looked for at the provider before it is sent.</summary>
    public static readonly Duration UntilLookedFor = Duration.FromHours(1);

    private const double Growth = 1.5;

    private static readonly Duration Shortest = Duration.FromSeconds(2);

    private static readonly Duration LongestRetry = Duration.FromHours(1);

    private static readonly Duration LongestLook = Duration.FromHours(6);

    /// <summary>Grows by half with every attempt, from two seconds to an hour, less up to half of it: by id and attempt, so that refunds that failed together do not return together.</summary>
    public static Duration BeforeRetry(Guid id, int attempts)
    {
        var whole = Duration.Min(LongestRetry, Shortest * Math.Pow(Growth, Math.Clamp(attempts - 1, 0, 30)));
        return whole * (1 - (Jitter(id, attempts) / 2));
    }

    /// <summary>A pending refund is looked at more and more seldom, up to every six hours; the provider's events come sooner.</summary>
    public static Duration BeforeLook(Duration age) => Duration.Max(Shortest, Duration.Min(LongestLook, age / 4));

    // In 0 to 1.
    private static double Jitter(Guid id, int attempts)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return unchecked((BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]) + ((uint)attempts * 2654435761u)) % 1024u) / 1024d;
    }
}
