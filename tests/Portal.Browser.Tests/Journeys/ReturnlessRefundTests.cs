using Microsoft.Playwright;
using Portal.Browser.Tests.Site;
using Portal.Returns.Decisions;

namespace Portal.Browser.Tests.Journeys;

/// <summary>From the question to the money: something cheap arrived broken.</summary>
public sealed class ReturnlessRefundTests(PortalSite site)
{
    [Theory]
    [ClassData(typeof(Ways))]
    public Task BrokenItem_OneOfTwoDamaged_IsRefundedAndKept(string locale, bool scripts, string screen) => site.Visit(Ways.Of(locale, scripts, screen), async visitor =>
    {
        var bought = site.Shop.CheapPair();
        var answer = visitor.Article("damaged/damaged-or-wrong-item");

        var home = await visitor.OpenHome();
        var results = await home.Search(locale is "de" ? "kaputter artikel" : "broken item");
        Assert.Equal(answer.Title, await results.FirstTitle());
        await Assertions.Expect(results.Highlights.First).ToBeVisibleAsync();

        var article = await results.Open(answer.Title);
        var find = await article.FindOrder();
        var order = await find.Find(bought.Number, bought.Email);
        var items = await order.Return(bought.Title);
        await items.Choose(bought.Title, 1, Reason.Damaged);

        var options = await items.Continue();
        var amount = await options.AmountOf(ShipmentMethod.Keep);
        await options.Choose(ShipmentMethod.Keep);

        var check = await options.Continue();
        Assert.Equal(amount, await check.Total());

        var opened = await check.Confirm();
        await opened.WaitFor("Case.Refunded");
        await Assertions.Expect(opened.Timeline).ToContainTextAsync(visitor.Words["Event.Refunded", amount, ""].TrimEnd());
        await Assertions.Expect(opened.Timeline).ToContainTextAsync(visitor.Words.Before("Next.Bank"));
        await Assertions.Expect(opened.Note(visitor.Words["Demo.NoMoney"])).ToBeVisibleAsync();

        order = await opened.BackToOrder(bought.Number);
        await Assertions.Expect(order.Cases).ToHaveCountAsync(1);
        await Assertions.Expect(order.ReturnLink(bought.Title)).ToBeVisibleAsync();
    });
}
