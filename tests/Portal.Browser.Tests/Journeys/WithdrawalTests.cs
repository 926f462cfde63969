using Microsoft.Playwright;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.Journeys;

/// <summary>The withdrawal function: declare, confirm, keep the acknowledgement.</summary>
public sealed class WithdrawalTests(PortalSite site)
{
    private const string Name = "Nele O’Albrecht-Müller";

    private const string Contract = "P-1012, the vase <only>";

    private const string Email = "nele.albrecht@example.com";

    [Theory]
    [ClassData(typeof(Ways))]
    public Task Withdrawal_Confirmed_IsAcknowledgedWithDateAndText(string locale, bool scripts, string screen) => site.Visit(Ways.Of(locale, scripts, screen), async visitor =>
    {
        await visitor.OpenHome();
        await visitor.Page.GetByRole(AriaRole.Contentinfo).GetByRole(AriaRole.Link, new() { Name = visitor.Words["Layout.Withdraw"], Exact = true }).ClickAsync();
        var withdraw = await new WithdrawPage(visitor).Seen();
        var check = await withdraw.Declare(Name, Contract, Email);
        await Assertions.Expect(check.Answers).ToHaveTextAsync([Name, Contract, Email]);

        var done = await check.Confirm();
        await Assertions.Expect(done.Receipt).ToContainTextAsync(visitor.Words.Before("Withdraw.Done.Text"));
        var acknowledgement = await done.Download();
        Assert.Contains(Name, acknowledgement, StringComparison.Ordinal);
        Assert.Contains(Contract, acknowledgement, StringComparison.Ordinal);
        Assert.Contains(visitor.Words["Withdraw.ReceivedAt"], acknowledgement, StringComparison.Ordinal);
        Assert.Contains(visitor.Words["Withdraw.Acknowledgement.Receipt"], acknowledgement, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Withdrawal_Change_KeepsWhatWasTyped(bool scripts) => site.Visit(new VisitorOptions { HasScripts = scripts }, async visitor =>
    {
        var withdraw = await visitor.OpenWithdraw();
        withdraw = await (await withdraw.Declare(Name, Contract, Email)).Change();
        await Assertions.Expect(withdraw.Name).ToHaveValueAsync(Name);
        await Assertions.Expect(withdraw.Contract).ToHaveValueAsync(Contract);
        await Assertions.Expect(withdraw.Email).ToHaveValueAsync(Email);
    });
}
