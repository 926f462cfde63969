using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.Pages;

/// <summary>What is shown for an address that leads nowhere.</summary>
public sealed class NotFoundPage(Visitor visitor) : SitePage(visitor)
{
    public override string Heading => Words["Status.404.Title"];

    public SearchBox Box => new(Visitor);
}
