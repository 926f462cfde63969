using NodaTime;

namespace Portal.Web.Notifications;

/// <summary>How long a mail waits between tries, and how often it is tried.</summary>
public static class MailPatience
{
    /// <summary>How long a worker may hold a mail; longer than the longest conversation with a server.</summary>
    public static readonly Duration Lease = Duration.FromSeconds(90);

    /// <summary>After so many tries, about two days, a person has to look; it is tried on all the same.</summary>
    public const int UntilEscalated = 30;

    private static readonly Duration First = Duration.FromSeconds(30);
    private static readonly Duration Longest = Duration.FromHours(2);

    private const double Spread = 0.2;
    private const int Steps = 1000;
    private const int MaxDoublings = 10;

    /// <summary>Twice as long after every try, up to two hours; up to a fifth more or less, the same for the same mail and try, so that mails that failed together do not come back together.</summary>
    public static Duration BeforeRetry(Guid mail, int attempts)
    {
        var plain = First * Math.Pow(2, Math.Clamp(attempts - 1, 0, MaxDoublings));
        var bytes = mail.ToByteArray();
        var jitter = ((BitConverter.ToUInt32(bytes, 12) + ((uint)attempts * 2654435761)) % Steps / (double)Steps * 2) - 1;
        return (plain < Longest ? plain : Longest) * (1 + (Spread * jitter));
    }
}
