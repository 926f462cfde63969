using Microsoft.Playwright;
using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.Journeys;

/// <summary>Refused: with the reason, with what would be possible, and with a person to ask.</summary>
public sealed class RefusalTests(PortalSite site)
{
    private const string Message = "The lamp was described as brass.\nIt is painted, and I have <photos> & the \"receipt\".";

    [Theory]
    [ClassData(typeof(Ways))]
    public Task FinalSale_Refused_CanBeLookedAtAgain(string locale, bool scripts, string screen) => site.Visit(Ways.Of(locale, scripts, screen), async visitor =>
    {
        var bought = site.Shop.FinalSale();
        var order = await visitor.OpenOrder(bought);
        Assert.Equal(visitor.Words["Verdict.Refused"], await order.Verdict(bought.Title));
        var line = order.Line(bought.Title);
        await Assertions.Expect(line).ToContainTextAsync(visitor.Words["Decision.final-sale"]);
        await Assertions.Expect(line).ToContainTextAsync(visitor.Words.Before("Alternative.Claim.Until"));
        await Assertions.Expect(line.GetByRole(AriaRole.Link, new() { Name = visitor.Article("returns/final-sale").Title, Exact = true })).ToBeVisibleAsync();

        var ask = await order.AskAgain(bought.Title);
        await Assertions.Expect(ask.Note(visitor.Words["Decision.final-sale"])).ToBeVisibleAsync();
        await Assertions.Expect(ask.Phone).ToBeVisibleAsync();
        var opened = await ask.Send(Message);

        await opened.WaitFor("Case.NeedsReview");
        await Assertions.Expect(opened.Note("<photos> & the \"receipt\"")).ToBeVisibleAsync();
        await Assertions.Expect(opened.Timeline).ToContainTextAsync(visitor.Words["Next.Review"]);
    });
}
