using Microsoft.Playwright;
using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.Pages;

/// <summary>An article.</summary>
public sealed class ArticlePage(Visitor visitor, string title) : SitePage(visitor)
{
    public override string Heading => title;

    /// <summary>Follows what the page offers next.</summary>
    public async Task<FindOrderPage> FindOrder()
    {
        await Main.GetByRole(AriaRole.Region, new() { Name = Words["Article.Next"] }).GetByRole(AriaRole.Link, new() { Name = Words["Article.FindOrder"], Exact = true }).ClickAsync();
        return await new FindOrderPage(Visitor).Seen();
    }
}
