using System.Globalization;
using System.Text.Json;
using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.EveryPage;

/// <summary>What the home page costs somebody who has never been here.</summary>
public sealed class PageWeightTests(PortalSite site)
{
    private const double MaxBytes = 60 * 1024;

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public Task Home_OpenedForTheFirstTime_WeighsLittle(string locale) => site.Visit(new VisitorOptions { Locale = locale }, async visitor =>
    {
        var session = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await session.SendAsync("Network.enable");
        var sizes = new List<double>();
        session.Event("Network.loadingFinished").OnEvent += (_, message) => sizes.Add(Size(message));
        await visitor.OpenHome();
        await visitor.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);

        // Headers and bodies, as they came over the wire.
        var total = sizes.Sum();
        await File.WriteAllTextAsync(
            Path.Combine(Repository.Artifacts, locale is "en" ? "page-weight.txt" : $"page-weight-{locale}.txt"),
            string.Create(CultureInfo.InvariantCulture, $"Home page ({locale}): {total / 1024:0.0} KB over the wire in {sizes.Count} requests\n"));
        Assert.InRange(sizes.Count, 4, 20);
        Assert.InRange(total, 1, MaxBytes);
    });

    private static double Size(JsonElement? message) => message!.Value.GetProperty("encodedDataLength").GetDouble();
}
