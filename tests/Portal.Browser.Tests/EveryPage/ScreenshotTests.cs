using Microsoft.Playwright;
using Portal.Browser.Tests.Site;
using Portal.Web.Orders.Demo;

namespace Portal.Browser.Tests.EveryPage;

/// <summary>Pictures of pages, for people to look at. The one of the README is taken in every run, all others with PORTAL_SCREENSHOTS=1.</summary>
public sealed class ScreenshotTests(PortalSite site)
{
    private static readonly (string Name, Screen Screen)[] Screens = [("narrow", Screen.Phone), ("wide", Screen.Desktop)];

    private static readonly (string Name, ColorScheme Scheme)[] Schemes = [("light", ColorScheme.Light), ("dark", ColorScheme.Dark)];

    public static bool AreWanted => Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is "1";

    public static TheoryData<string, string> Pages => EveryPageTests.Pages;

    [Fact]
    public Task Order_OnADesktop_IsThePictureOfTheReadme() => site.Visit(VisitorOptions.Default, async visitor =>
    {
        var known = DemoOrders.Handful[0];
        await visitor.OpenOrder(known.Number, known.Email);
        await Take(visitor.Page, "order-wide-light");
    });

    [Theory(Skip = "Set PORTAL_SCREENSHOTS=1 to take them.", SkipUnless = nameof(AreWanted))]
    [MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public Task Page_InEveryLook_IsPictured(string name, string locale) => site.Visit(new VisitorOptions { Locale = locale }, async visitor =>
    {
        await PortalPage.All.Single(page => string.Equals(page.Name, name, StringComparison.Ordinal)).Reach(visitor);
        foreach (var (size, screen) in Screens)
        {
            await visitor.Page.SetViewportSizeAsync(screen.Width, screen.Height);
            foreach (var (scheme, value) in Schemes)
            {
                await visitor.Page.EmulateMediaAsync(new() { ColorScheme = value });
                await Take(visitor.Page, locale is "en" ? $"{name}-{size}-{scheme}" : $"{locale}/{name}-{size}-{scheme}");
            }
        }
    });

    private static Task<byte[]> Take(IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Repository.Screenshots, name + ".png"),
        FullPage = true,
        Animations = ScreenshotAnimations.Disabled,
    });
}
