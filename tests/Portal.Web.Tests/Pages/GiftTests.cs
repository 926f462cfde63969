using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Data;
using Portal.Web.Orders;

namespace Portal.Web.Tests.Pages;

/// <summary>A gift's buyer hears nothing of what its recipient does. Its site is its own, since cases are opened.</summary>
public sealed class GiftTests(PortalFactory site) : IClassFixture<PortalFactory>
{
    private const string Gift = "P-1012";

    [Fact]
    public async Task Recipient_OpensACase_WhichTheBuyerNeverSees()
    {
        var recipient = new Visitor(await RecipientAsync());
        var check = await CheckAsync(recipient, "L1");
        Assert.NotNull(check.Document.QuerySelector("input[name=contact]"));
        var wrong = await recipient.SubmitAsync(check, ("contact", "nobody"));
        Assert.Single(wrong.Errors);
        Assert.Equal("nobody", wrong.Value("contact"));
        var opened = await recipient.SubmitAsync(wrong, ("contact", "Recipient@Example.com "));
        var rma = opened.Address.Split('/')[^1];
        var stored = await site.In(services => services.GetRequiredService<PortalDbContext>().Cases.SingleAsync(row => row.Rma == rma));
        Assert.Equal((Party.Recipient, "recipient@example.com"), (stored.Party, stored.Contact));

        var buyer = new Visitor(await site.ShopperOf(Gift));
        var order = await buyer.OpenAsync($"/en/orders/{Gift}");
        Assert.DoesNotContain(rma, order.Source, StringComparison.Ordinal);
        Assert.Equal("/en/orders", (await buyer.OpenAsync($"/en/returns/{rma}")).Address);
        Assert.Equal("/en/orders", (await buyer.OpenAsync($"/en/returns/{rma}/slip")).Address);
        Assert.Contains(rma, (await recipient.OpenAsync($"/en/orders/{Gift}")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buyer_OfAGift_IsNotAskedForAnAddress()
    {
        var check = await CheckAsync(new Visitor(await site.ShopperOf(Gift)), "L2");
        Assert.Null(check.Document.QuerySelector("input[name=contact]"));
    }

    private static async Task<SitePage> CheckAsync(Visitor visitor, string line)
    {
        var order = await visitor.OpenAsync($"/en/orders/{Gift}");
        var items = await visitor.OpenAsync(order.Links.First(link => link.EndsWith($"/items?line={line}", StringComparison.Ordinal)));
        var check = await visitor.SubmitAsync(await visitor.SubmitAsync(items, ($"reason-{line}", "Damaged")));
        Assert.EndsWith("/check", check.Address, StringComparison.Ordinal);
        return check;
    }

    private async Task<HttpClient> RecipientAsync()
    {
        var delivered = await site.In(services => services.GetRequiredService<PortalDbContext>().Orders.Where(order => order.Number == Gift).Select(order => order.DeliveryPostcode).SingleAsync());
        var client = site.Client();
        var answer = await client.PostAsync("/en/orders", new FormUrlEncodedContent([new("number", Gift), new("proof", delivered!)]));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }
}
