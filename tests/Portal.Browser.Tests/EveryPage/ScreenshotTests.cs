using Microsoft.Playwright;
using Portal.Browser.Tests.Site;
using Portal.Web.Orders.Demo;

namespace Portal.Browser.Tests.EveryPage;

/// <summary>
/// Pictures of pages, for people to look at, taken with PORTAL_SCREENSHOTS=1. The README's is taken in every run, but kept in <c>artifacts/</c> unless
/// pictures are wanted: its dates are those of the day, so every run's is another file.
/// </summary>
public sealed class ScreenshotTests(PortalSite site)
{
    private const string Readme = "order-wide-light";

    private static readonly (string Name, Screen Screen)[] Screens = [("narrow", Screen.Phone), ("wide", Screen.Desktop)];

    private static readonly (string Name, ColorScheme Scheme)[] Schemes = [("light", ColorScheme.Light), ("dark", ColorScheme.Dark)];

    public static bool AreWanted => Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is "1";

    [Fact]
    public Task Order_OnADesktop_IsThePictureOfTheReadme() => site.Visit(VisitorOptions.Default, async visitor =>
    {
        var known = DemoOrders.Handful[0];
        await visitor.OpenOrder(known.Number, known.Email);
        await Take(visitor.Page, Readme, AreWanted ? Repository.Screenshots : Repository.Artifacts);
    });

    [Fact(Skip = "Set PORTAL_SCREENSHOTS=1 to take them.", SkipUnless = nameof(AreWanted))]
    public Task Pages_InEveryLook_ArePictured() => Parallel.ForEachAsync(
        from locale in new[] { "en", "de" }
        from page in PortalPage.All
        select (Locale: locale, Page: page),
        new ParallelOptions { MaxDegreeOfParallelism = 2 },
        async (wanted, _) => await site.Visit(new VisitorOptions { Locale = wanted.Locale }, async visitor =>
        {
            await wanted.Page.Reach(visitor);
            foreach (var (size, screen) in Screens)
            {
                await visitor.Page.SetViewportSizeAsync(screen.Width, screen.Height);
                foreach (var (scheme, value) in Schemes)
                {
                    await visitor.Page.EmulateMediaAsync(new() { ColorScheme = value });
                    var name = $"{(wanted.Locale is "en" ? "" : wanted.Locale + "/")}{wanted.Page.Name}-{size}-{scheme}";
                    if (!string.Equals(name, Readme, StringComparison.Ordinal))
                    {
                        await Take(visitor.Page, name, Repository.Screenshots);
                    }
                }
            }
        }));

    private static Task<byte[]> Take(IPage page, string name, string folder) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(folder, name + ".png"),
        FullPage = true,
        Animations = ScreenshotAnimations.Disabled,
    });
}
