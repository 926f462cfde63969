using System.Diagnostics;
using Microsoft.Playwright;
using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.Pages;

/// <summary>How far a return is.</summary>
public sealed class CasePage(Visitor visitor) : SitePage(visitor)
{
    // The demo provider takes two seconds; the rest is for a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public override string Heading => Words.Before("Case.Title");

    public ILocator Status => Main.GetByRole(AriaRole.Status);

    public ILocator Timeline => Main.Locator("ol.timeline");

    /// <summary>The number of the return.</summary>
    public async Task<string> Rma()
    {
        var heading = await Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();
        return heading[Words.Before("Case.Title").Length..].Trim();
    }

    /// <summary>Waits until the status says this: the page looks again by itself, and without scripts the person does.</summary>
    public async Task<CasePage> WaitFor(string statusKey)
    {
        if (!Visitor.HasScripts)
        {
            var started = Stopwatch.GetTimestamp();
            while (!string.Equals(await Status.InnerTextAsync(), Words[statusKey], StringComparison.Ordinal) && Stopwatch.GetElapsedTime(started) < Patience)
            {
                await Link("Case.LookAgain").ClickAsync();
                await Page.WaitForLoadStateAsync();
            }
        }

        await Assertions.Expect(Status).ToHaveTextAsync(Words[statusKey], new() { Timeout = (float)Patience.TotalMilliseconds });
        return this;
    }

    public async Task<SlipPage> OpenSlip()
    {
        var rma = await Rma();
        await Link("Slip.Open").ClickAsync();
        return await new SlipPage(Visitor, rma).Seen();
    }

    public async Task<OrderPage> BackToOrder(string number)
    {
        await Main.GetByRole(AriaRole.Link, new() { Name = Words["Order.Title", number], Exact = true }).ClickAsync();
        return await new OrderPage(Visitor, number).Seen();
    }
}
