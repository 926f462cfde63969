using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.Pages;

/// <summary>The front page.</summary>
public sealed class HomePage(Visitor visitor) : SitePage(visitor)
{
    public override string Heading => Words["Home.Title"];

    public SearchBox Box => new(Visitor);

    public Task<ResultsPage> Search(string query) => Box.Search(query);

    public async Task<FindOrderPage> ReturnAnItem()
    {
        await Link("Home.Return").ClickAsync();
        return await new FindOrderPage(Visitor).Seen();
    }
}
