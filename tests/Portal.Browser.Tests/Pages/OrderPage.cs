using Microsoft.Playwright;
using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.Pages;

/// <summary>An order with its parcels and a verdict for every line.</summary>
public sealed class OrderPage(Visitor visitor, string number) : SitePage(visitor)
{
    public override string Heading => Words["Order.Title", number];

    /// <summary>The cases opened so far.</summary>
    public ILocator Cases => Main.GetByRole(AriaRole.Region, new() { Name = Words["Order.Cases"], Exact = true }).GetByRole(AriaRole.Link);

    /// <summary>A line by its item's name.</summary>
    public ILocator Line(string title) =>
        Main.Locator("article.line").Filter(new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });

    /// <summary>The verdict in two or three words.</summary>
    public Task<string> Verdict(string title) => Line(title).Locator(".chip").InnerTextAsync();

    /// <summary>The link that starts a return of a line.</summary>
    public ILocator ReturnLink(string title) => Action(title, "Line.Return");

    public async Task<ItemsPage> Return(string title)
    {
        await ReturnLink(title).ClickAsync();
        return await new ItemsPage(Visitor).Seen();
    }

    /// <summary>Reports a problem with a line that cannot be returned otherwise.</summary>
    public async Task<ItemsPage> Report(string title)
    {
        await Action(title, "Line.Report").ClickAsync();
        return await new ItemsPage(Visitor).Seen();
    }

    public async Task<AskPage> AskAgain(string title)
    {
        await Action(title, "Line.Ask").ClickAsync();
        return await new AskPage(Visitor).Seen();
    }

    // Its name goes on with the item's, for those who hear links without what is around them.
    private ILocator Action(string title, string key) =>
        Line(title).Locator(".line-actions").GetByRole(AriaRole.Link, new() { Name = Words[key] }).Filter(new() { HasText = title });
}
