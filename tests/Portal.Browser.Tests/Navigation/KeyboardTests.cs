using Microsoft.Playwright;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Site;
using Portal.Returns.Decisions;

namespace Portal.Browser.Tests.Navigation;

/// <summary>Everything works without a pointer.</summary>
public sealed class KeyboardTests(PortalSite site)
{
    [Fact]
    public Task SkipLink_FirstTab_LeadsToTheContent() => site.Visit(VisitorOptions.Default, async visitor =>
    {
        var keyboard = new Keyboard(visitor.Page);
        await visitor.OpenFindOrder();
        await keyboard.Press("Tab");
        var skip = visitor.Page.GetByRole(AriaRole.Link, new() { Name = visitor.Words["Layout.Skip"] });
        await Assertions.Expect(skip).ToBeFocusedAsync();
        await Assertions.Expect(skip).ToBeInViewportAsync();
        await keyboard.Press("Enter");
        await Assertions.Expect(visitor.Page.Locator("main")).ToBeFocusedAsync();
        await keyboard.Press("Tab");
        await Assertions.Expect(new FindOrderPage(visitor).Number).ToBeFocusedAsync();
    });

    [Fact]
    public Task Search_ByEnter_FindsWhatWasTyped() => site.Visit(VisitorOptions.Default, async visitor =>
    {
        var keyboard = new Keyboard(visitor.Page);
        var home = await visitor.OpenHome();
        await keyboard.Fill(home.Box.Input, "where is my parcel");
        await keyboard.Press("Enter");
        var results = await new ResultsPage(visitor, "where is my parcel").Seen();
        await Assertions.Expect(results.Titles.First).ToBeVisibleAsync();
    });

    [Fact]
    public Task Suggestions_ArrowAndEnter_OpenTheArticle() => site.Visit(VisitorOptions.Default, async visitor =>
    {
        var keyboard = new Keyboard(visitor.Page);
        var home = await visitor.OpenHome();
        await keyboard.Fill(home.Box.Input, "how to ret");
        await Assertions.Expect(home.Box.Suggestions.First).ToBeVisibleAsync();
        await keyboard.Press("ArrowDown");
        await Assertions.Expect(home.Box.Suggestions.First).ToHaveAttributeAsync("aria-selected", "true");
        var title = await home.Box.Suggestions.First.Locator("strong").InnerTextAsync();
        await keyboard.Press("Enter");
        await new ArticlePage(visitor, title).Seen();
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Locale_SwitchedByKeyboard_StaysOnTheArticle(bool scripts) => site.Visit(new VisitorOptions { HasScripts = scripts }, async visitor =>
    {
        var keyboard = new Keyboard(visitor.Page);
        await visitor.Page.GotoAsync(visitor.Article("returns/how-to-return").Url);
        var menu = visitor.Page.Locator("details.menu summary");
        await keyboard.Use(menu);
        await keyboard.Use(visitor.Page.Locator("details.menu").GetByRole(AriaRole.Link, new() { Name = "Deutsch" }));
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(site.Article("de", "returns/how-to-return").Url);
        await new ArticlePage(visitor, site.Article("de", "returns/how-to-return").Title).Seen();
    });

    [Fact]
    public Task LocaleMenu_Escape_ClosesItAndKeepsTheFocus() => site.Visit(VisitorOptions.Default, async visitor =>
    {
        var keyboard = new Keyboard(visitor.Page);
        await visitor.OpenHome();
        var menu = visitor.Page.Locator("details.menu summary");
        await keyboard.Use(menu);
        var link = visitor.Page.Locator("details.menu").GetByRole(AriaRole.Link, new() { Name = "Deutsch" });
        await keyboard.Reach(link);
        await keyboard.Press("Escape");
        await Assertions.Expect(link).ToBeHiddenAsync();
        await Assertions.Expect(menu).ToBeFocusedAsync();
    });

    [Fact]
    public Task Return_WithTheKeyboardAlone_OpensACase() => site.Visit(VisitorOptions.Default, async visitor =>
    {
        var bought = site.Shop.CheapPair();
        var keyboard = new Keyboard(visitor.Page);
        var find = await visitor.OpenFindOrder();
        await keyboard.Fill(find.Number, bought.Number);
        await keyboard.Fill(find.Proof, bought.Email);
        await keyboard.Press("Enter");
        var order = await new OrderPage(visitor, bought.Number).Seen();
        await keyboard.Use(order.ReturnLink(bought.Title));
        var items = await new ItemsPage(visitor).Seen();
        await keyboard.Select(items.Reason(bought.Title), nameof(Reason.Damaged));
        await keyboard.Use(items.Button("Form.Continue"));
        var options = await new OptionsPage(visitor).Seen();
        await keyboard.Reach(options.Refund(ShipmentMethod.Keep));
        await keyboard.Press("Space");
        await keyboard.Use(options.Button("Form.Continue"));
        var check = await new CheckPage(visitor).Seen();
        await keyboard.Use(check.ConfirmButton);
        await (await new CasePage(visitor).Seen()).WaitFor("Case.Refunded");
    });
}
