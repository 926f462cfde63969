using Microsoft.Playwright;
using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.EveryPage;

/// <summary>What holds on every page, in every state it can be in, in every language.</summary>
public sealed class EveryPageTests(PortalSite site)
{
    public static TheoryData<string, string> Pages { get; } = new(
        from locale in new[] { "en", "de" }
        from page in PortalPage.All
        select (page.Name, locale));

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Page_Opened_IsSoundForEverybody(string name, string locale) => site.Visit(new VisitorOptions { Locale = locale }, async visitor =>
    {
        await PortalPage.All.Single(page => string.Equals(page.Name, name, StringComparison.Ordinal)).Reach(visitor);
        var page = visitor.Page;

        StrictHtml.AssertSound(await visitor.Source(), locale);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);

        var axe = await Accessibility.Of(page);
        if (locale is "en")
        {
            // Colours are the same in every language.
            AssertNone(await axe.Violations());
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.SetViewportSizeAsync(Screen.SmallPhone.Width, Screen.SmallPhone.Height);
        AssertNone(await axe.Violations());
        AssertNone(await Overflowing(page));
    });

    private static void AssertNone(string[] faults) => Assert.True(faults.Length == 0, string.Join('\n', faults));

    // The page must not scroll sideways; a table may, inside its own box.
    private static Task<string[]> Overflowing(IPage page) => page.EvaluateAsync<string[]>("""
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
          [...document.body.querySelectorAll("*")]
            .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
            .map(element => element.outerHTML.slice(0, 160))
        """);
}
