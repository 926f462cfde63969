using System.Diagnostics.Metrics;

namespace Portal.Web.Operations;

/// <summary>What the portal counts as it happens. The gauges are in <see cref="PortalGauges"/>, the search's own measure in Portal.Knowledge.</summary>
public static class PortalMetrics
{
    /// <summary>The meter of everything that is the portal's own.</summary>
    public const string Meter = "Portal";

    private static readonly Meter Portal = new(Meter);

    /// <summary>Look-ups that were refused because there had been too many failures.</summary>
    public static Counter<long> LookupsRefused { get; } = Portal.CreateCounter<long>("portal.lookups.refused", "{lookup}", "Look-ups refused after too many failures.");
}
