using Microsoft.Playwright;
using Portal.Browser.Tests.Journeys;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Site;
using Portal.Returns.Decisions;
using Portal.Web.Orders.Demo;

namespace Portal.Browser.Tests.EveryPage;

/// <summary>A page, or a page in one of its states, and the way to it.</summary>
/// <param name="Name">For test names and picture files.</param>
/// <param name="Reach">Goes there.</param>
public sealed record PortalPage(string Name, Func<Visitor, Task> Reach)
{
    /// <summary>All of them, in the order in which people meet them.</summary>
    public static IReadOnlyList<PortalPage> All { get; } =
    [
        new("home", visitor => visitor.OpenHome()),
        new("help", visitor => visitor.Go("/help")),
        new("category", visitor => visitor.Page.GotoAsync(CategoryOf(visitor.Article("returns/return-policy").Url))),
        new("article-faq", visitor => visitor.Page.GotoAsync(visitor.Article("refunds/when-will-i-get-my-refund").Url)),
        new("article-guide", visitor => visitor.Page.GotoAsync(visitor.Article("damaged/damaged-or-wrong-item").Url)),
        new("article-policy", visitor => visitor.Page.GotoAsync(visitor.Article("returns/return-policy").Url)),
        new("article-tutorial", visitor => visitor.Page.GotoAsync(visitor.Article("returns/how-to-return").Url)),
        new("article-vote-why", visitor => visitor.Page.GotoAsync(visitor.Article("returns/gifts").Url + "?voted=no#vote")),
        new("article-table", visitor => visitor.Page.GotoAsync(visitor.Article("shipping/delivery-times").Url)),
        new("search-hits", async visitor => await (await visitor.OpenHome()).Search(visitor.Locale is "de" ? "rücksendung" : "return")),
        new("search-nothing", async visitor => await (await visitor.OpenHome()).Search("xylophonquux")),
        new("search-empty", visitor => visitor.Go("/search")),
        new("find-order", visitor => visitor.OpenFindOrder()),
        new("find-order-errors", async visitor =>
        {
            var find = await visitor.OpenFindOrder();
            await find.Send("", "");
            await find.Errors.Says(visitor.Words["Find.Number.Missing"], visitor.Words["Find.Proof.Missing"]);
        }),
        new("order", visitor => Handful(visitor, "P-1001")),
        new("order-refused", visitor => Handful(visitor, "P-1003")),
        new("order-hygiene", visitor => Handful(visitor, "P-1004")),
        new("order-review", visitor => Handful(visitor, "P-1005")),
        new("order-two-payments", visitor => Handful(visitor, "P-1006")),
        new("order-two-parcels", visitor => Handful(visitor, "P-1007")),
        new("order-not-shipped", visitor => Handful(visitor, "P-1008")),
        new("order-long-ago", visitor => Handful(visitor, "P-1009")),
        new("order-late", visitor => Handful(visitor, "P-1010")),
        new("order-bundle", visitor => Handful(visitor, "P-1013")),
        new("order-with-case", async visitor => await ReturnedDamaged(visitor, backToOrder: true)),
        new("items", async visitor => await FirstItem(visitor, "P-1002")),
        new("items-errors", async visitor =>
        {
            var items = await FirstItem(visitor, "P-1002");
            await items.Send();
            await Assertions.Expect(items.Errors.Box).ToBeVisibleAsync();
        }),
        new("items-refused", async visitor =>
        {
            var bought = visitor.Shop.ToLookAt("P-1003");
            var items = await (await visitor.OpenOrder(bought)).Report(bought.Title);
            await items.Choose(bought.Title, 1, Reason.ChangedMind);
            await items.Send();
            await Assertions.Expect(items.Errors.Box).ToBeVisibleAsync();
        }),
        new("options", async visitor =>
        {
            var bought = visitor.Shop.ToLookAt("P-1001");
            var items = await (await visitor.OpenOrder(bought)).Return(bought.Title);
            await (await items.Choose(bought.Title, 1, Reason.Damaged)).Continue();
        }),
        new("check", async visitor =>
        {
            var bought = visitor.Shop.ToLookAt("P-1001");
            await (await visitor.OpenOrder(bought)).CheckOne(bought, Reason.Damaged, ShipmentMethod.Keep);
        }),
        new("case-on-its-way", async visitor =>
        {
            // Without looking again by itself, the page stays as it is right after the confirmation.
            await visitor.Page.RouteAsync("**/js/refresh.js*", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "" }));
            var bought = visitor.Shop.CheapPair();
            await (await visitor.OpenOrder(bought)).ReturnOne(bought, Reason.Damaged, ShipmentMethod.Keep);
        }),
        new("case-refunded", async visitor => await ReturnedDamaged(visitor, backToOrder: false)),
        new("case-failed", async visitor =>
        {
            await ReturnedDamaged(visitor, backToOrder: false);
            await visitor.Site.FailRefundAsync(new Uri(visitor.Page.Url).Segments[^1]);
            await visitor.Page.ReloadAsync();
        }),
        new("case-awaits-parcel", visitor => SentBack(visitor)),
        new("case-review", async visitor =>
        {
            var bought = visitor.Shop.Dear();
            await (await visitor.OpenOrder(bought)).ReturnOne(bought, Reason.Damaged, ShipmentMethod.SendBack);
        }),
        new("case-looked-at-again", async visitor =>
        {
            var bought = visitor.Shop.FinalSale();
            await (await (await visitor.OpenOrder(bought)).AskAgain(bought.Title)).Send("It is scratched, and I only saw it today.");
        }),
        new("slip", async visitor => await (await SentBack(visitor)).OpenSlip()),
        new("ask", async visitor =>
        {
            var bought = visitor.Shop.ToLookAt("P-1003");
            await (await visitor.OpenOrder(bought)).AskAgain(bought.Title);
        }),
        new("withdraw", visitor => visitor.OpenWithdraw()),
        new("withdraw-errors", async visitor =>
        {
            var withdraw = await visitor.OpenWithdraw();
            await withdraw.Send("", "", "nobody");
            await Assertions.Expect(withdraw.Errors.Box).ToBeVisibleAsync();
        }),
        new("withdraw-confirm", visitor => Declared(visitor)),
        new("withdraw-done", async visitor => await (await Declared(visitor)).Confirm()),
        new("not-found", async visitor =>
        {
            visitor.Faults.Expect($"/{visitor.Locale}/nothing-here");
            await visitor.Go("/nothing-here");
        }),
    ];

    private static string CategoryOf(string articleUrl) => articleUrl[..articleUrl.LastIndexOf('/')];

    private static Task<OrderPage> Handful(Visitor visitor, string number)
    {
        var hint = DemoOrders.Handful.Single(known => string.Equals(known.Number, number, StringComparison.Ordinal));
        return visitor.OpenOrder(hint.Number, hint.Email);
    }

    // By the first line's action, whatever its item is called.
    private static async Task<ItemsPage> FirstItem(Visitor visitor, string number)
    {
        await Handful(visitor, number);
        await visitor.Page.Locator("article.line a.button").First.ClickAsync();
        return await new ItemsPage(visitor).Seen();
    }

    private static async Task ReturnedDamaged(Visitor visitor, bool backToOrder)
    {
        var bought = visitor.Shop.CheapPair();
        var opened = await (await visitor.OpenOrder(bought)).ReturnOne(bought, Reason.Damaged, ShipmentMethod.Keep);
        await opened.WaitFor("Case.Refunded");
        if (backToOrder)
        {
            await opened.BackToOrder(bought.Number);
        }
    }

    private static async Task<CasePage> SentBack(Visitor visitor)
    {
        var bought = visitor.Shop.Returnable();
        return await (await visitor.OpenOrder(bought)).ReturnOne(bought, Reason.ChangedMind, ShipmentMethod.SendBack);
    }

    private static async Task<WithdrawCheckPage> Declared(Visitor visitor) =>
        await (await visitor.OpenWithdraw()).Declare("Nele Albrecht", "P-1012", "nele.albrecht@example.com");
}
