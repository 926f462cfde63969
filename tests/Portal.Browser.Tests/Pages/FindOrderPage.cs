using Microsoft.Playwright;
using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.Pages;

/// <summary>Where an order is looked up.</summary>
public sealed class FindOrderPage(Visitor visitor) : SitePage(visitor)
{
    public override string Heading => Words["Find.Title"];

    public ILocator Number => Field("Find.Number");

    public ILocator Proof => Field("Find.Proof");

    /// <summary>Fills in both fields and sends them, whatever comes of it.</summary>
    public async Task Send(string number, string proof)
    {
        await Number.FillAsync(number);
        await Proof.FillAsync(proof);
        await Button("Find.Submit").ClickAsync();
    }

    public async Task<OrderPage> Find(string number, string proof)
    {
        await Send(number, proof);
        return await new OrderPage(Visitor, number).Seen();
    }
}
