using NodaTime;
using Portal.Knowledge.Articles;
using Portal.Returns.Policies;
using Portal.Returns.Statutes;

namespace Portal.Web.Content;

/// <summary>Site settings, policies and library, read, checked and swapped together. A request reads one snapshot from start to end.</summary>
/// <param name="Site">The shop.</param>
/// <param name="Policies">Every policy document.</param>
/// <param name="Library">Every article, with its index.</param>
/// <param name="Hash">Names the content: the same files give the same hash.</param>
/// <param name="MediaRoot">The folder that <c>/media/</c> serves.</param>
public sealed record Snapshot(SiteSettings Site, PolicyBook Policies, Library Library, string Hash, string MediaRoot)
{
    /// <summary>When it has to be read again although no file has changed; null for never.</summary>
    public Instant? ValidUntil { get; init; }

    /// <summary>The public pages that were rendered from it.</summary>
    public KeptPages Pages { get; } = new();

    /// <summary>Names what readers see: the files, and the values that articles quote today.</summary>
    public string Tag => $"{Hash[..12]}{Library.Hash[..12]}";

    /// <summary>True once any market that is delivered to must have the withdrawal function: then the shell links it.</summary>
    public bool HasWithdrawalFunction => Site.Markets.Keys.Any(market => StatuteBook.For(market) is { RequiresWithdrawalFunction: true });

    /// <summary>A configured market; one that was taken out of the settings keeps UTC and its own currency.</summary>
    public DateTimeZone Zone(string market) => Site.Markets.TryGetValue(market, out var found) ? found.Zone : DateTimeZone.Utc;
}
