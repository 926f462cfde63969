using Microsoft.Playwright;
using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.Pages;

/// <summary>The slip that goes into the parcel.</summary>
public sealed class SlipPage(Visitor visitor, string rma) : SitePage(visitor)
{
    public override string Heading => Words.Before("Slip.Heading");

    public string Rma => rma;

    public ILocator Number => Main.Locator(".slip-number");

    /// <summary>The QR code of the number.</summary>
    public ILocator Code => Main.GetByRole(AriaRole.Img, new() { Name = rma, Exact = true });

    public ILocator Items => Main.Locator(".slip ul li");

    public ILocator ReturnAddress => Main.Locator(".slip address");
}
