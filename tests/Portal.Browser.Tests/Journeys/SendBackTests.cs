using Microsoft.Playwright;
using Portal.Browser.Tests.Site;
using Portal.Returns.Decisions;

namespace Portal.Browser.Tests.Journeys;

/// <summary>A change of mind: the parcel goes back with a slip in it.</summary>
public sealed class SendBackTests(PortalSite site)
{
    [Theory]
    [ClassData(typeof(Ways))]
    public Task ChangeOfMind_Confirmed_GivesASlipWithNumberAndCode(string locale, bool scripts, string screen) => site.Visit(Ways.Of(locale, scripts, screen), async visitor =>
    {
        var bought = site.Shop.Returnable();
        var home = await visitor.OpenHome();
        var find = await home.ReturnAnItem();
        var order = await find.Find(bought.Number, bought.Order.DeliveryPostcode!);
        Assert.Equal(visitor.Words["Verdict.Approved"], await order.Verdict(bought.Title));

        var items = await order.Return(bought.Title);
        await items.Choose(bought.Title, 1, Reason.ChangedMind);
        var options = await items.Continue();
        await options.Choose(ShipmentMethod.SendBack);
        var check = await options.Continue();
        var opened = await check.Confirm();
        await opened.WaitFor("Case.AwaitsParcel");
        await Assertions.Expect(opened.Timeline).ToContainTextAsync(visitor.Words["Next.Parcel"]);

        var slip = await opened.OpenSlip();
        await Assertions.Expect(slip.Number).ToHaveTextAsync(slip.Rma);
        await Assertions.Expect(slip.Items).ToHaveTextAsync([visitor.Words["Parcel.Item", "1", bought.Title]]);
        await Assertions.Expect(slip.ReturnAddress).ToContainTextAsync("Fernhill");
        await Assertions.Expect(slip.Code).ToBeVisibleAsync();
        Assert.True((await slip.Code.BoundingBoxAsync())!.Width >= 90, "The code is too small to be scanned from paper.");
    });

    [Fact]
    public Task Slip_OnPaper_HasTheCodeAndNotTheSite() => site.Visit(VisitorOptions.Default, async visitor =>
    {
        var bought = site.Shop.Returnable();
        var opened = await (await visitor.OpenOrder(bought)).ReturnOne(bought, Reason.ChangedMind, ShipmentMethod.SendBack);
        var slip = await opened.OpenSlip();
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        await Assertions.Expect(slip.Code).ToBeVisibleAsync();
        await Assertions.Expect(slip.Number).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Banner)).ToBeHiddenAsync();
        await Assertions.Expect(slip.Button("Article.Print")).ToBeHiddenAsync();
        await Assertions.Expect(visitor.Page.Locator("html")).ToHaveCSSAsync("color-scheme", "light");
    });
}
