using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Returns.Decisions;
using Portal.Web.Data;
using Portal.Web.Pages.Orders;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Pages;

/// <summary>Forms filled in with nonsense: a summary, the fields as they were, and nothing stored.</summary>
public sealed class JourneyNonsenseTests(SharedPortal portal)
{
    private const string Order = "/en/orders/P-1013";

    [Theory]
    [InlineData("-1", "Damaged")]
    [InlineData("99", "Damaged")]
    [InlineData("abc", "Damaged")]
    [InlineData("1.5", "Damaged")]
    [InlineData("99999999999999999999", "Damaged")]
    [InlineData("1", "")]
    [InlineData("1", "Bored")]
    [InlineData("1", "42")]
    [InlineData("0", "Damaged")]
    [InlineData("", "")]
    public async Task Items_Nonsense_IsAnErrorSummaryAndNothingStored(string quantity, string reason)
    {
        var (shopper, items) = await ItemsAsync();
        var page = await shopper.SubmitAsync(items, ("quantity-L4", quantity), ("reason-L4", reason));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.EndsWith("/items", page.Address, StringComparison.Ordinal);
        Assert.Single(page.Errors);
        Assert.NotNull(page.Document.GetElementById(page.Document.QuerySelector("#errors a")!.GetAttribute("href")![1..]));
        Assert.Equal(0, await DraftsAsync(items));
    }

    [Fact]
    public async Task Items_OneRightOneWrong_KeepsBothAsTyped()
    {
        var (shopper, items) = await ItemsAsync();
        var page = await shopper.SubmitAsync(items, ("quantity-L4", "2"), ("reason-L4", "Damaged"), ("quantity-L1", "1"));
        Assert.Single(page.Errors);
        Assert.Equal(("2", "Damaged", "1", ""), (page.Value("quantity-L4"), page.Value("reason-L4"), page.Value("quantity-L1"), page.Value("reason-L1")));
    }

    [Fact]
    public async Task Items_NothingLeftToReturn_IsAnErrorSummary()
    {
        await portal.Site.In(services => new Visit(services.GetRequiredService<PortalDbContext>(), portal.Site.Clock).OpenedAsync("P-1009", new Asked("L1", Reason.Damaged, Shipment: ShipmentMethod.SendBack)));
        var shopper = new Visitor(await portal.Site.ShopperOf("P-1009"));
        var items = await shopper.OpenAsync($"/en/orders/P-1009/return/{Guid.NewGuid():N}/items");
        Assert.Equal(HttpStatusCode.OK, items.Status);
        var page = await shopper.SubmitAsync(items);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEmpty(page.Errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("StoreCredit-SendBack")]
    [InlineData("Refund-Donate")]
    [InlineData("Replacement-Keep")]
    [InlineData("<b>")]
    public async Task Options_NotOffered_IsAnErrorSummary(string option)
    {
        var (shopper, items) = await ItemsAsync();
        var options = await shopper.SubmitAsync(items, ("quantity-L4", "1"), ("reason-L4", "Damaged"));
        var page = await shopper.SubmitAsync(options, ("option-L4", option));
        Assert.EndsWith("/options", page.Address, StringComparison.Ordinal);
        Assert.Single(page.Errors);
    }

    [Theory]
    [InlineData("options")]
    [InlineData("check")]
    public async Task LaterPages_OfADraftThatWasNeverSaved_LeadToTheFirst(string step)
    {
        var shopper = new Visitor(await portal.Site.ShopperOf("P-1013"));
        var draft = Guid.NewGuid();
        Assert.Equal($"{Order}/return/{draft:N}/items", (await shopper.OpenAsync($"{Order}/return/{draft:N}/{step}")).Address);
    }

    [Theory]
    [InlineData("items")]
    [InlineData("options")]
    [InlineData("check")]
    public async Task Pages_OfADraftOfAnotherOrder_AreNotFound(string step)
    {
        var draft = Guid.NewGuid();
        await portal.Site.In(services => new Visit(services.GetRequiredService<PortalDbContext>(), portal.Site.Clock).JourneyAsync("P-1001", draft, new Asked("L1")));
        var shopper = new Visitor(await portal.Site.ShopperOf("P-1013"));
        Assert.Equal(HttpStatusCode.NotFound, (await shopper.OpenAsync($"{Order}/return/{draft:N}/{step}")).Status);
    }

    [Theory]
    [InlineData("/return/not-a-guid/items")]
    [InlineData("/ask")]
    [InlineData("/ask?line=L99")]
    [InlineData("/ask?line=%00")]
    public async Task Pages_OfNothing_AreNotFound(string rest) =>
        Assert.Equal(HttpStatusCode.NotFound, (await new Visitor(await portal.Site.ShopperOf("P-1013")).OpenAsync(Order + rest)).Status);

    [Theory]
    [InlineData("", 0)]
    [InlineData("   \r\n ", 0)]
    [InlineData("x", AskModel.MaxMessage + 1)]
    public async Task Ask_MissingOrOverlongMessage_IsAnErrorSummaryAndNothingStored(string text, int times)
    {
        var message = times > 0 ? string.Concat(Enumerable.Repeat(text, times)) : text;
        var shopper = new Visitor(await portal.Site.ShopperOf("P-1003"));
        var page = await shopper.SubmitAsync(await shopper.OpenAsync("/en/orders/P-1003/ask?line=L1"), ("message", message));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(page.Errors);
        Assert.Equal(message.Trim(), page.Value("message")!.Trim());
        Assert.Equal(0, await portal.Site.In(services => services.GetRequiredService<PortalDbContext>().Cases.CountAsync(opened => opened.Message != null)));
    }

    [Theory]
    [InlineData("items")]
    [InlineData("options")]
    [InlineData("check")]
    public async Task Forms_WithoutTheirToken_AreRefused(string step)
    {
        var shopper = new Visitor(await portal.Site.ShopperOf("P-1013"));
        var answer = await shopper.Client.PostAsync($"{Order}/return/{Guid.NewGuid():N}/{step}", new FormUrlEncodedContent([new("quantity-L1", "1")]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_WithoutItsToken_IsRefused() => Assert.Equal(
        HttpStatusCode.BadRequest,
        (await (await portal.Site.ShopperOf("P-1013")).PostAsync($"{Order}/ask?line=L1", new FormUrlEncodedContent([new("message", "a"), new("draft", Guid.NewGuid().ToString())]))).StatusCode);

    [Theory]
    [InlineData("/en/search?q=%00%ED%A0%80&page=-7&type=none&category=%3Cb%3E")]
    [InlineData("/en/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/en/search?q=mug&page=99999999999")]
    [InlineData("/en/orders?number=%22%3E%3Cscript%3E")]
    public async Task PublicPages_NonsenseInTheAddress_AreAnsweredHarmlessly(string address)
    {
        var page = await new Visitor(portal.Site.Client()).OpenAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        PublicPagesTests.AssertNothingInline(page);
    }

    private async Task<(Visitor Shopper, SitePage Items)> ItemsAsync()
    {
        var shopper = new Visitor(await portal.Site.ShopperOf("P-1013"));
        return (shopper, await shopper.OpenAsync($"{Order}/return/{Guid.NewGuid():N}/items"));
    }

    private Task<int> DraftsAsync(SitePage page)
    {
        var draft = Guid.Parse(page.Address.Split('/')[5]);
        return portal.Site.In(services => services.GetRequiredService<PortalDbContext>().Drafts.CountAsync(row => row.Id == draft));
    }
}
