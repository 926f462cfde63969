using Microsoft.Playwright;
using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.Pages;

/// <summary>Last page of a return: check your answers.</summary>
public sealed class CheckPage(Visitor visitor) : SitePage(visitor)
{
    public override string Heading => Words["Check.Title"];

    public ILocator ConfirmButton => Button("Check.Submit");

    /// <summary>What comes back in all.</summary>
    public Task<string> Total() => Main.Locator("dl.facts .sum dd").InnerTextAsync();

    public async Task<CasePage> Confirm()
    {
        await ConfirmButton.ClickAsync();
        return await new CasePage(Visitor).Seen();
    }

    /// <summary>Confirms with the impatience of a double click.</summary>
    public async Task<CasePage> ConfirmTwice()
    {
        await ConfirmButton.DblClickAsync();
        return await new CasePage(Visitor).Seen();
    }
}
