using Microsoft.Playwright;
using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.Pages;

/// <summary>First step of a withdrawal: who, from what.</summary>
public sealed class WithdrawPage(Visitor visitor) : SitePage(visitor)
{
    public override string Heading => Words["Withdraw.Title"];

    public ILocator Name => Field("Withdraw.Name");

    public ILocator Contract => Field("Withdraw.Contract");

    public ILocator Email => Field("Withdraw.Email");

    /// <summary>Fills in all fields and sends them, whatever comes of it.</summary>
    public async Task Send(string name, string contract, string email)
    {
        await Name.FillAsync(name);
        await Contract.FillAsync(contract);
        await Email.FillAsync(email);
        await Button("Withdraw.Submit").ClickAsync();
    }

    public async Task<WithdrawCheckPage> Declare(string name, string contract, string email)
    {
        await Send(name, contract, email);
        return await new WithdrawCheckPage(Visitor).Seen();
    }
}

/// <summary>Second step of a withdrawal: confirm.</summary>
public sealed class WithdrawCheckPage(Visitor visitor) : SitePage(visitor)
{
    public override string Heading => Words["Withdraw.Confirm.Title"];

    public ILocator Answers => Main.Locator("dl.summary dd");

    public async Task<WithdrawDonePage> Confirm()
    {
        await Button("Withdraw.Confirm.Submit").ClickAsync();
        return await new WithdrawDonePage(Visitor).Seen();
    }

    public async Task<WithdrawPage> Change()
    {
        await Button("Form.Change").ClickAsync();
        return await new WithdrawPage(Visitor).Seen();
    }
}

/// <summary>The acknowledgement of a withdrawal.</summary>
public sealed class WithdrawDonePage(Visitor visitor) : SitePage(visitor)
{
    public override string Heading => Words["Withdraw.Done.Title"];

    /// <summary>Says when it was received.</summary>
    public ILocator Receipt => Main.Locator(".notice.good");

    /// <summary>Downloads the acknowledgement and reads it.</summary>
    public async Task<string> Download()
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Link("Withdraw.Download").ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync());
    }
}
