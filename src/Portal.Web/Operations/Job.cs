using NodaTime;

namespace Portal.Web.Operations;

/// <summary>When a daily job is due and whether a node works on it: one row a job, shared by all nodes.</summary>
public sealed class Job
{
    /// <summary>How long a node may work on a job before others may think it dead.</summary>
    public static readonly Duration Lease = Duration.FromHours(1);

    /// <summary>From the end of one run to the next.</summary>
    public static readonly Duration Pause = Duration.FromDays(1);

    /// <summary>From a failed run to the next try.</summary>
    public static readonly Duration PauseAfterFailure = Duration.FromHours(1);

    /// <summary>Its <see cref="IDailyJob.Name"/>.</summary>
    public required string Name { get; init; }

    public Instant NextAt { get; set; }

    /// <summary>Until when a node holds it; null when none does.</summary>
    public Instant? LeaseUntil { get; set; }
}
