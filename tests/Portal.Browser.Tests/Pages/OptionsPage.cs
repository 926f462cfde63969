using Microsoft.Playwright;
using Portal.Browser.Tests.Site;
using Portal.Returns.Decisions;

namespace Portal.Browser.Tests.Pages;

/// <summary>Second page of a return: what the shopper gets, and what happens to the goods.</summary>
public sealed class OptionsPage(Visitor visitor) : SitePage(visitor)
{
    public override string Heading => Words["Options.Title"];

    /// <summary>A refund with this way of the goods.</summary>
    public ILocator Refund(ShipmentMethod shipment) => Main.GetByRole(AriaRole.Radio, new() { Name = Words[$"Option.Refund.{shipment}"] });

    /// <summary>The exact amount that stands beside an option.</summary>
    public Task<string> AmountOf(ShipmentMethod shipment) =>
        Refund(shipment).Locator("..").Locator(".amount").InnerTextAsync();

    public async Task<OptionsPage> Choose(ShipmentMethod shipment)
    {
        await Refund(shipment).CheckAsync();
        return this;
    }

    public async Task<CheckPage> Continue()
    {
        await Button("Form.Continue").ClickAsync();
        return await new CheckPage(Visitor).Seen();
    }
}
