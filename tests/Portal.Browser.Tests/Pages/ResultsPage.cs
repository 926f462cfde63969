using Microsoft.Playwright;
using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.Pages;

/// <summary>What a search found.</summary>
public sealed class ResultsPage(Visitor visitor, string query) : SitePage(visitor)
{
    public override string Heading => Words["Search.TitleFor", query];

    public ILocator Titles => Main.Locator("article.hit").GetByRole(AriaRole.Heading);

    /// <summary>The words of the query that the hits show.</summary>
    public ILocator Highlights => Main.Locator("article.hit mark");

    public Task<string> FirstTitle() => Titles.First.InnerTextAsync();

    /// <summary>Opens the first hit with this title, at the section that matched.</summary>
    public async Task<ArticlePage> Open(string title)
    {
        await Titles.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).First.ClickAsync();
        return await new ArticlePage(Visitor, title).Seen();
    }
}
