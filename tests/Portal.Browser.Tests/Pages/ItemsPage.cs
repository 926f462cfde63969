using System.Globalization;
using Microsoft.Playwright;
using Portal.Browser.Tests.Site;
using Portal.Returns.Decisions;

namespace Portal.Browser.Tests.Pages;

/// <summary>First page of a return: what, how many, why.</summary>
public sealed class ItemsPage(Visitor visitor) : SitePage(visitor)
{
    public override string Heading => Words["Items.Title"];

    public ILocator Quantity(string title) => Item(title).GetByLabel(Words["Items.Quantity"], new() { Exact = true });

    public ILocator Reason(string title) => Item(title).GetByLabel(Words["Items.Reason"], new() { Exact = true });

    public async Task<ItemsPage> Choose(string title, int quantity, Reason reason)
    {
        await Quantity(title).SelectOptionAsync(quantity.ToString(CultureInfo.InvariantCulture));
        await Reason(title).SelectOptionAsync(new SelectOptionValue { Label = Words[$"Reason.{reason}"] });
        return this;
    }

    /// <summary>Sends what was chosen, whatever comes of it.</summary>
    public Task Send() => Button("Form.Continue").ClickAsync();

    public async Task<OptionsPage> Continue()
    {
        await Send();
        return await new OptionsPage(Visitor).Seen();
    }

    private ILocator Item(string title) => Main.GetByRole(AriaRole.Group, new() { Name = title, Exact = true });
}
