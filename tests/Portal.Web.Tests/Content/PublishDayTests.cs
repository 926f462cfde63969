using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Content;

namespace Portal.Web.Tests.Content;

/// <summary>An article that waits for its day.</summary>
public sealed class PublishDayTests(PortalFactory site) : IClassFixture<PortalFactory>
{
    private SnapshotStore Store => site.Services.GetRequiredService<SnapshotStore>();

    [Fact]
    public async Task Article_OfTomorrow_IsNowhereToday_AndThereTomorrow()
    {
        var today = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime);
        File.WriteAllText(Path.Combine(site.ContentRoot, "articles/en/care/wool.md"), ArticleFile.Write("Wool", $"publish: {today.AddDays(1):yyyy-MM-dd}", "wool"));
        Assert.True(Store.Reload());
        var client = site.Client();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/en/help/care/wool")).StatusCode);
        Assert.DoesNotContain("/wool", await client.GetStringAsync("/en/help/care"), StringComparison.Ordinal);
        Assert.DoesNotContain("/wool", await client.GetStringAsync("/api/search?locale=en&q=wool"), StringComparison.Ordinal);
        Assert.Equal(today.AddDays(1), Store.Current.ValidUntil!.Value.InUtc().Date.ToDateOnly());

        site.Clock.AdjustTime(site.Clock.GetUtcNow().AddDays(1));
        for (var look = 0; look < 100 && Store.Current.Library.FindByKey("en", "care/wool") is null; look++)
        {
            site.Clock.Advance(TimeSpan.FromMilliseconds(300));
            await client.GetAsync("/healthz");
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en/help/care/wool")).StatusCode);
    }
}
