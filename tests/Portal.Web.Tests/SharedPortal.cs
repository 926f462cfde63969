using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Content;

[assembly: AssemblyFixture(typeof(Portal.Web.Tests.SharedPortal))]

// Several tests wait for programs of their own; the others use the time.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]

namespace Portal.Web.Tests;

/// <summary>One site for all tests that leave its clock and its content alone.</summary>
public sealed class SharedPortal : IAsyncDisposable
{
    private readonly Lazy<Task<IReadOnlyList<SitePage>>> _publicPages;

    public SharedPortal() => _publicPages = new(ReadPublicPagesAsync);

    public PortalFactory Site { get; } = new();

    /// <summary>The snapshot that is served.</summary>
    public Snapshot Snapshot => Site.Services.GetRequiredService<SnapshotStore>().Current;

    /// <summary>Every page that says nothing about its reader, in every locale, read once.</summary>
    public Task<IReadOnlyList<SitePage>> PublicPages => _publicPages.Value;

    /// <summary>The addresses of those pages in one locale.</summary>
    public IEnumerable<string> PublicAddresses(string locale) =>
    [
        $"/{locale}", $"/{locale}/help", $"/{locale}/search", $"/{locale}/search?q=damaged+besch%C3%A4digt", $"/{locale}/search?q=zzzzzz",
        $"/{locale}/orders", $"/{locale}/withdraw", $"/{locale}/no-such-page",
        .. Snapshot.Library.Categories(locale).Select(category => $"/{locale}/help/{category.Slug}"),
        .. Snapshot.Library.Articles(locale).Select(article => article.Url),
    ];

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private async Task<IReadOnlyList<SitePage>> ReadPublicPagesAsync()
    {
        var visitor = new Visitor(Site.Client());
        var pages = new List<SitePage>();
        foreach (var address in Snapshot.Site.Locales.SelectMany(locale => PublicAddresses(locale.Code)))
        {
            pages.Add(await visitor.OpenAsync(address));
        }

        return pages;
    }
}
