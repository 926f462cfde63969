using Microsoft.Playwright;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Site;
using Portal.Returns.Decisions;

namespace Portal.Browser.Tests.Journeys;

/// <summary>However often somebody confirms, one case is opened.</summary>
public sealed class OneCaseTests(PortalSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Confirm_DoubleClick_OpensOneCase(bool scripts) => site.Visit(new VisitorOptions { HasScripts = scripts }, async visitor =>
    {
        var bought = site.Shop.CheapPair();
        var order = await visitor.OpenOrder(bought);
        var check = await order.CheckOne(bought, Reason.Damaged, ShipmentMethod.Keep);
        var opened = await check.ConfirmTwice();
        order = await opened.BackToOrder(bought.Number);
        await Assertions.Expect(order.Cases).ToHaveCountAsync(1);
    });

    [Fact]
    public Task Confirm_InTwoTabsAtOnce_OpensOneCase() => site.Visit(VisitorOptions.Default, async visitor =>
    {
        var bought = site.Shop.CheapPair();
        var first = await (await visitor.OpenOrder(bought)).CheckOne(bought, Reason.Damaged, ShipmentMethod.Keep);
        var other = await visitor.OpenTab();
        await other.Page.GotoAsync(visitor.Page.Url);
        var second = await new CheckPage(other).Seen();

        var opened = await Task.WhenAll(first.Confirm(), second.Confirm());
        Assert.Equal(await opened[0].Rma(), await opened[1].Rma());
        var order = await opened[0].BackToOrder(bought.Number);
        await Assertions.Expect(order.Cases).ToHaveCountAsync(1);
    });

    [Fact]
    public Task Confirm_TwoJourneysForTheSamePiece_SecondLeadsToTheFirst() => site.Visit(VisitorOptions.Default, async visitor =>
    {
        var bought = site.Shop.CheapPair();
        var check = await (await visitor.OpenOrder(bought)).CheckAll(bought);
        var other = await visitor.OpenTab();
        var stale = await (await other.OpenOrder(bought)).CheckAll(bought);

        var opened = await check.Confirm();
        await stale.ConfirmButton.ClickAsync();
        await Assertions.Expect(stale.ConfirmButton).ToHaveCountAsync(0);
        var order = await opened.BackToOrder(bought.Number);
        await Assertions.Expect(order.Cases).ToHaveCountAsync(1);
        await Assertions.Expect(order.ReturnLink(bought.Title)).ToHaveCountAsync(0);
    });
}
