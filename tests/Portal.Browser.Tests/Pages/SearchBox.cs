using Microsoft.Playwright;
using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.Pages;

/// <summary>The search box, wherever it stands.</summary>
public sealed class SearchBox(Visitor visitor)
{
    // A script makes it a combobox, so its role tells more than a test of both needs.
    public ILocator Input => visitor.Page.GetByLabel(visitor.Words["SearchBox.Label"], new() { Exact = true });

    public ILocator Suggestions => visitor.Page.GetByRole(AriaRole.Option);

    public async Task<ResultsPage> Search(string query)
    {
        await Input.FillAsync(query);
        await visitor.Page.GetByRole(AriaRole.Search).GetByRole(AriaRole.Button).ClickAsync();
        return await new ResultsPage(visitor, query).Seen();
    }
}
