using Microsoft.Playwright;
using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.Pages;

/// <summary>Where a person is asked to look again.</summary>
public sealed class AskPage(Visitor visitor) : SitePage(visitor)
{
    public override string Heading => Words["Ask.Title"];

    public ILocator Message => Field("Ask.Message");

    /// <summary>The shop's phone, to call instead.</summary>
    public ILocator Phone => Main.Locator("a[href^='tel:']");

    public async Task<CasePage> Send(string message)
    {
        await Message.FillAsync(message);
        await Button("Ask.Submit").ClickAsync();
        return await new CasePage(Visitor).Seen();
    }
}
