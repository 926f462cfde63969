using NodaTime;

namespace Portal.Web.Operations;

/// <summary>A table that is a queue. Registered as <c>AddScoped&lt;IWaitingRows, …&gt;()</c>; readiness and metrics watch it.</summary>
public interface IWaitingRows
{
    /// <summary>What waits, in English and the plural, such as <c>refunds</c>.</summary>
    string Name { get; }

    /// <summary>How long a row may wait before somebody should look.</summary>
    Duration Patience { get; }

    /// <summary>Since when the oldest row waits that the portal itself should work on; null when none does.</summary>
    Task<Instant?> OldestAsync(CancellationToken cancellation);
}
