namespace Portal.Web.Operations;

/// <summary>Something that does not keep the site from serving, but that somebody should look at. Registered as <c>AddScoped&lt;IConcern, …&gt;()</c>; <c>/readyz</c> tells it.</summary>
public interface IConcern
{
    /// <summary>What is the matter and what to do, in a sentence about nobody in particular; null when nothing is.</summary>
    Task<string?> LookAsync(CancellationToken cancellation);
}
