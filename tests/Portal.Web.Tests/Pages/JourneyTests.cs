using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Data;

namespace Portal.Web.Tests.Pages;

/// <summary>The main job without a script. Its site is its own, since its clock moves.</summary>
public sealed class JourneyTests(PortalFactory site) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("P-1001", "en", "Refunded")]
    [InlineData("P-1012", "de", "Erstattet")]
    public async Task Damaged_OneOfTwo_IsKeptAndRefunded(string number, string locale, string refunded)
    {
        var shopper = new Visitor(await site.ShopperOf(number));
        var line = number is "P-1001" ? "L1" : "L2";
        var items = await StartAsync(shopper, $"/{locale}/orders/{number}", line);
        Assert.Equal("1", items.Value($"quantity-{line}"));
        var options = await shopper.SubmitAsync(items, ($"reason-{line}", "Damaged"));
        Assert.EndsWith("/options", options.Address, StringComparison.Ordinal);
        Assert.Equal("Refund-Keep", options.Value($"option-{line}"));
        var check = await shopper.SubmitAsync(options);
        Assert.EndsWith("/check", check.Address, StringComparison.Ordinal);
        var status = await shopper.SubmitAsync(check);
        Assert.StartsWith($"/{locale}/returns/R-", status.Address, StringComparison.Ordinal);
        Assert.DoesNotContain(refunded, status.Document.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        status = await WaitForAsync(shopper, status.Address, refunded);
        Assert.Contains(refunded, status.Document.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.True(status.Response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task ChangedMind_GetsASlipWithItsNumberAndCode()
    {
        var shopper = new Visitor(await site.ShopperOf("P-1002"));
        var options = await shopper.SubmitAsync(await StartAsync(shopper, "/en/orders/P-1002", "L1"), ("reason-L1", "ChangedMind"));
        Assert.Equal("Refund-SendBack", options.Value("option-L1"));
        var status = await shopper.SubmitAsync(await shopper.SubmitAsync(options));
        var slip = await shopper.OpenAsync(status.Link("/en/returns/"));
        Assert.EndsWith("/slip", slip.Address, StringComparison.Ordinal);
        Assert.Contains(status.Address.Split('/')[^1], slip.Text, StringComparison.Ordinal);
        Assert.Contains("Milton Keynes", slip.Text, StringComparison.Ordinal);
        Assert.NotNull(slip.Document.QuerySelector("svg.qr[role=img][aria-label]"));
        PublicPagesTests.AssertNothingInline(slip);
        Assert.True(slip.Response.Headers.CacheControl!.NoStore);
        Assert.Equal("/en/orders", (await shopper.OpenAsync("/en/returns/R-0000-0000/slip")).Address);
    }

    [Fact]
    public async Task Refused_AsksToLookAgain_WithTheMessageKept()
    {
        var shopper = new Visitor(await site.ShopperOf("P-1003"));
        var order = await shopper.OpenAsync("/en/orders/P-1003");
        var refusal = await shopper.SubmitAsync(await StartAsync(shopper, order.Address, "L1"), ("reason-L1", "ChangedMind"));
        Assert.EndsWith("/items?line=L1", refusal.Address, StringComparison.Ordinal);
        Assert.Single(refusal.Errors);
        Assert.Equal(("1", "ChangedMind"), (refusal.Value("quantity-L1"), refusal.Value("reason-L1")));
        var ask = await shopper.OpenAsync(refusal.Link("/en/orders/P-1003/ask?line=L1"));
        Assert.Contains(ask.Links, link => link.StartsWith("tel:", StringComparison.Ordinal));
        var status = await shopper.SubmitAsync(ask, ("message", "It never fitted our room.\nPlease look again. 😀"));
        Assert.StartsWith("/en/returns/R-", status.Address, StringComparison.Ordinal);
        Assert.Contains("It never fitted our room. Please look again. 😀", status.Text, StringComparison.Ordinal);
        Assert.Contains("tel:", string.Join(' ', status.Links), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_SubmittedTwice_LeadsToTheSameCase()
    {
        var shopper = new Visitor(await site.ShopperOf("P-1014"));
        var check = await shopper.SubmitAsync(await shopper.SubmitAsync(await StartAsync(shopper, "/en/orders/P-1014", "L1"), ("reason-L1", "Damaged")));
        var twice = await Task.WhenAll(shopper.SubmitAsync(check), shopper.SubmitAsync(check));
        Assert.Equal(twice[0].Address, twice[1].Address);
        Assert.Equal(twice[0].Address, (await shopper.SubmitAsync(check)).Address);
        Assert.Equal(1, await CasesAsync("P-1014"));

        // Back to an earlier page of the same journey.
        Assert.Equal(twice[0].Address, (await shopper.OpenAsync(check.Address.Replace("/check", "/items", StringComparison.Ordinal))).Address);
    }

    [Fact]
    public async Task Check_AfterGoingBack_ShowsWhatWasChosenLast()
    {
        var shopper = new Visitor(await site.ShopperOf("P-1013"));
        var items = await StartAsync(shopper, "/en/orders/P-1013", "L4");
        var check = await shopper.SubmitAsync(await shopper.SubmitAsync(items, ("reason-L4", "Damaged")));
        Assert.EndsWith("/check", check.Address, StringComparison.Ordinal);
        var back = await shopper.OpenAsync(check.Address.Replace("/check", "/items", StringComparison.Ordinal));
        Assert.Equal(("1", "Damaged"), (back.Value("quantity-L4"), back.Value("reason-L4")));
        var options = await shopper.SubmitAsync(back, ("quantity-L4", "2"));
        Assert.Equal("Refund-Keep", options.Value("option-L4"));
        var again = await shopper.SubmitAsync(options);
        Assert.NotEqual(check.Value("plan"), again.Value("plan"));

        // The other tab still shows one piece: what it confirms is not what would be paid now.
        var stale = await shopper.SubmitAsync(check);
        Assert.EndsWith("/check", stale.Address, StringComparison.Ordinal);
        Assert.Equal(again.Value("plan"), stale.Value("plan"));
        Assert.Equal(0, await CasesAsync("P-1013"));
        Assert.StartsWith("/en/returns/", (await shopper.SubmitAsync(stale)).Address, StringComparison.Ordinal);
    }

    // Decided: "refunded" is shown when the provider says so; here it has said so for the smaller part only.
    [Fact]
    public async Task Status_OneItemKeptAndOneToSendBack_DoesNotSayRefundedBeforeBothAre()
    {
        var shopper = new Visitor(await site.ShopperOf("P-1011"));
        var items = await StartAsync(shopper, "/en/orders/P-1011", "L2");
        var options = await shopper.SubmitAsync(items, ("quantity-L2", "1"), ("reason-L2", "Damaged"), ("quantity-L1", "1"), ("reason-L1", "ChangedMind"));
        Assert.Equal(("Refund-SendBack", "Refund-Keep"), (options.Value("option-L1"), options.Value("option-L2")));
        var status = await shopper.SubmitAsync(await shopper.SubmitAsync(options));
        status = await WaitForAsync(shopper, status.Address, "Refunded");
        Assert.Contains("/slip", string.Join(' ', status.Links), StringComparison.Ordinal);
        Assert.NotEqual("Refunded", status.Document.QuerySelector("[role=status]")!.TextContent.Trim());
    }

    private static async Task<SitePage> StartAsync(Visitor shopper, string order, string line)
    {
        var page = await shopper.OpenAsync(order);
        return await shopper.OpenAsync(page.Links.First(link => link.EndsWith($"/items?line={line}", StringComparison.Ordinal)));
    }

    /// <summary>Lets the site's time pass until its own worker has done what the timeline then tells.</summary>
    private async Task<SitePage> WaitForAsync(Visitor shopper, string address, string words)
    {
        var page = await shopper.OpenAsync(address);
        for (var look = 0; look < 200 && !page.Text.Contains(words, StringComparison.Ordinal); look++)
        {
            site.Clock.Advance(TimeSpan.FromMilliseconds(500));
            page = await shopper.OpenAsync(address);
        }

        return page;
    }

    private Task<int> CasesAsync(string number) => site.In(services =>
    {
        var database = services.GetRequiredService<PortalDbContext>();
        return database.Cases.CountAsync(opened => database.Orders.Any(order => order.Id == opened.OrderId && order.Number == number));
    });
}
