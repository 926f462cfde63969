using Microsoft.Playwright;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Site;
using Portal.Web.Orders.Demo;

namespace Portal.Browser.Tests.Navigation;

/// <summary>Languages: negotiated at the door, switched anywhere.</summary>
public sealed class LocaleTests(PortalSite site)
{
    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public Task Root_ForABrowserInALanguage_LeadsToItsHomePage(string locale) => site.Visit(new VisitorOptions { Locale = locale }, async visitor =>
    {
        await visitor.Page.GotoAsync("/");
        await Assertions.Expect(visitor.Page).ToHaveURLAsync($"/{locale}");
        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", locale);
    });

    [Fact]
    public Task Order_LanguageSwitched_IsTheSameOrder() => site.Visit(VisitorOptions.Default, async visitor =>
    {
        var known = DemoOrders.Handful[1];
        await visitor.OpenOrder(known.Number, known.Email);
        await Switch(visitor, "Deutsch");
        var heading = visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await Assertions.Expect(heading).ToHaveTextAsync(new Words("de")["Order.Title", known.Number]);
    });

    [Fact]
    public Task Search_LanguageSwitched_KeepsTheQuery() => site.Visit(VisitorOptions.Default, async visitor =>
    {
        await (await visitor.OpenHome()).Search("paypal");
        await Switch(visitor, "Deutsch");
        var heading = visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await Assertions.Expect(heading).ToHaveTextAsync(new Words("de")["Search.TitleFor", "paypal"]);
    });

    [Theory]
    [InlineData("en", true)]
    [InlineData("de", false)]
    public Task UnknownPage_Opened_SaysSoAndSearches(string locale, bool scripts) => site.Visit(new VisitorOptions { Locale = locale, HasScripts = scripts }, async visitor =>
    {
        var path = $"/{locale}/help/nothing/of-the-kind";
        visitor.Faults.Expect(path);
        var answer = await visitor.Page.GotoAsync(path);
        Assert.Equal(404, answer!.Status);
        var lost = await new NotFoundPage(visitor).Seen();
        await lost.Box.Search("paypal");
    });

    private static async Task Switch(Visitor visitor, string language)
    {
        await visitor.Page.Locator("details.menu summary").ClickAsync();
        await visitor.Page.Locator("details.menu").GetByRole(AriaRole.Link, new() { Name = language }).ClickAsync();
    }
}
