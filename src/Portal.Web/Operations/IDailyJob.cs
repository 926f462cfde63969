namespace Portal.Web.Operations;

/// <summary>Work that is done once a day by one node, whichever comes first. Registered as <c>AddScoped&lt;IDailyJob, …&gt;()</c>; <see cref="DailyJobs"/> runs it.</summary>
public interface IDailyJob
{
    /// <summary>Its name, unique and stable: it is the key of its row. At most 64 characters.</summary>
    string Name { get; }

    /// <summary>
    /// Does the work, in a scope of its own. An exception means that it is tried again in an hour. May be run again at any time
    /// (after a crash, or when it takes longer than <see cref="Job.Lease"/>), so it must be harmless to repeat.
    /// </summary>
    Task RunAsync(CancellationToken cancellation);
}
