using System.Diagnostics.Metrics;

namespace Portal.Knowledge.Search;

/// <summary>How long searches take.</summary>
internal static class SearchMeter
{
    private static readonly Meter Meter = new("Portal");

    /// <summary>In seconds, by locale.</summary>
    public static Histogram<double> Duration { get; } = Meter.CreateHistogram<double>("portal.search.duration", "s", "How long a search takes.");
}
