using Microsoft.Playwright;
using Portal.Browser.Tests.Journeys;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Site;
using Portal.Returns.Decisions;

namespace Portal.Browser.Tests.Forms;

/// <summary>Back and forward: the journey is where it was, with what was chosen.</summary>
public sealed class HistoryTests(PortalSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Journey_BackAndForward_KeepsWhatWasChosen(bool scripts) => site.Visit(new VisitorOptions { HasScripts = scripts }, async visitor =>
    {
        var bought = site.Shop.ToLookAt("P-1001");
        var order = await visitor.OpenOrder(bought);
        var items = await order.Return(bought.Title);
        await items.Choose(bought.Title, 2, Reason.ChangedMind);
        var options = await items.Continue();
        await options.Choose(ShipmentMethod.SendBack);
        var check = await options.Continue();
        var total = await check.Total();

        await visitor.Page.GoBackAsync();
        await options.Seen();
        await Assertions.Expect(options.Refund(ShipmentMethod.SendBack)).ToBeCheckedAsync();
        await visitor.Page.GoBackAsync();
        await items.Seen();
        await Assertions.Expect(items.Quantity(bought.Title)).ToHaveValueAsync("2");
        await Assertions.Expect(items.Reason(bought.Title)).ToHaveValueAsync(nameof(Reason.ChangedMind));

        await visitor.Page.GoForwardAsync();
        await options.Seen();
        await visitor.Page.GoForwardAsync();
        await check.Seen();
        Assert.Equal(total, await check.Total());
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Journey_BackLinks_KeepWhatWasChosen(bool scripts) => site.Visit(new VisitorOptions { HasScripts = scripts, Locale = "de" }, async visitor =>
    {
        var bought = site.Shop.ToLookAt("P-1001");
        var order = await visitor.OpenOrder(bought);
        var items = await order.Return(bought.Title);
        await items.Choose(bought.Title, 1, Reason.Damaged);
        var options = await items.Continue();
        await options.Choose(ShipmentMethod.Keep);
        var check = await options.Continue();

        await check.Link("Form.Back").ClickAsync();
        await options.Seen();
        await Assertions.Expect(options.Refund(ShipmentMethod.Keep)).ToBeCheckedAsync();
        await options.Link("Form.Back").ClickAsync();
        await items.Seen();
        await Assertions.Expect(items.Quantity(bought.Title)).ToHaveValueAsync("1");
        await Assertions.Expect(items.Reason(bought.Title)).ToHaveValueAsync(nameof(Reason.Damaged));
    });

    [Fact]
    public Task Case_BackToTheJourney_LeadsToTheCaseAgain() => site.Visit(VisitorOptions.Default, async visitor =>
    {
        var bought = site.Shop.CheapPair();
        var check = await (await visitor.OpenOrder(bought)).CheckOne(bought, Reason.Damaged, ShipmentMethod.Keep);
        var opened = await check.Confirm();
        var rma = await opened.Rma();
        await visitor.Page.GoBackAsync();
        await opened.Seen();
        Assert.Equal(rma, await opened.Rma());
    });
}
