using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Cases;
using Portal.Web.Data;

namespace Portal.Web.Tests.Pages;

/// <summary>The withdrawal function (Directive 2011/83, article 11a).</summary>
public sealed class WithdrawTests(SharedPortal portal)
{
    [Theory]
    [InlineData("en", "18 November 2026, 10:00")]
    [InlineData("de", "18. November 2026, 10:00 Uhr")]
    public async Task Withdraw_DeclaredAndConfirmed_IsStoredAndAcknowledgedWithDateAndTime(string locale, string time)
    {
        var name = $"Ada Fischer ({Guid.NewGuid():N})";
        var visitor = new Visitor(portal.Site.Client());
        var confirm = await visitor.SubmitAsync(await visitor.OpenAsync($"/{locale}/withdraw"), ("name", name), ("contract", "P-1001, the green mugs"), ("email", "ada.fischer@example.com"), ("step", "declare"));
        Assert.Empty(confirm.Errors);
        Assert.Equal(0, await StoredAsync(name));
        var done = await visitor.SubmitAsync(confirm, ("step", "confirm"));
        Assert.StartsWith($"/{locale}/withdraw/", done.Address, StringComparison.Ordinal);
        Assert.Contains(time, done.Text, StringComparison.Ordinal);
        Assert.True(done.Response.Headers.CacheControl!.NoStore);
        Assert.Equal(1, await StoredAsync(name));

        var file = await visitor.Client.GetAsync(done.Link($"/{locale}/withdraw/"));
        var text = await file.Content.ReadAsStringAsync();
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("text/plain", file.Content.Headers.ContentType!.MediaType);
        Assert.All(["Fernhill", name, "P-1001, the green mugs", "ada.fischer@example.com", time], words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.Equal(Encoding.UTF8.GetPreamble(), (await file.Content.ReadAsByteArrayAsync())[..3]);
    }

    [Fact]
    public async Task Withdraw_ConfirmedTwice_StoresOne()
    {
        var name = $"Ada ({Guid.NewGuid():N})";
        var (visitor, confirm) = await DeclareAsync(name);
        var twice = await Task.WhenAll(visitor.SubmitAsync(confirm, ("step", "confirm")), visitor.SubmitAsync(confirm, ("step", "confirm")));
        Assert.All(twice, done => Assert.Equal(HttpStatusCode.OK, done.Status));
        Assert.Equal(1, await StoredAsync(name));
    }

    [Fact]
    public async Task Withdraw_Change_ShowsTheFirstStepAsTyped()
    {
        var (visitor, confirm) = await DeclareAsync("Ada <b>");
        var page = await visitor.SubmitAsync(confirm, ("step", "change"));
        Assert.Equal(("Ada <b>", "P-1001", "ada@example.com"), (page.Value("name"), page.Value("contract"), page.Value("email")));
        Assert.Empty(page.Errors);
    }

    [Theory]
    [InlineData("", "", "", 3)]
    [InlineData(" ", "P-1001", "ada@example.com", 1)]
    [InlineData("Ada", "P-1001", "ada", 1)]
    public async Task Withdraw_Nonsense_IsAnErrorSummaryWithWhatWasTyped(string name, string contract, string email, int errors)
    {
        var visitor = new Visitor(portal.Site.Client());
        var page = await visitor.SubmitAsync(await visitor.OpenAsync("/en/withdraw"), ("name", name), ("contract", contract), ("email", email), ("step", "declare"));
        Assert.Equal(errors, page.Errors.Count);
        Assert.Equal((name.Trim(), contract, email), (page.Value("name"), page.Value("contract"), page.Value("email")));
    }

    [Fact]
    public async Task Withdraw_Overlong_IsAnErrorSummary()
    {
        var visitor = new Visitor(portal.Site.Client());
        var page = await visitor.SubmitAsync(await visitor.OpenAsync("/en/withdraw"), ("name", new string('a', 201)), ("contract", new string('b', 1001)), ("email", new string('c', 250) + "@example.com"), ("step", "confirm"), ("id", Guid.NewGuid().ToString()));
        Assert.Equal(3, page.Errors.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("not-an-id")]
    public async Task Withdraw_ConfirmWithoutItsId_AsksToConfirmAgain(string id)
    {
        var name = $"Ada ({Guid.NewGuid():N})";
        var (visitor, confirm) = await DeclareAsync(name);
        var page = await visitor.SubmitAsync(confirm, ("step", "confirm"), ("id", id));
        Assert.Equal("/en/withdraw", page.Address);
        Assert.Equal(name, page.Value("name"));
        Assert.Equal(0, await StoredAsync(name));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Acknowledgement_ForgedToken_IsNotFound(string token)
    {
        var visitor = new Visitor(portal.Site.Client());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"/en/withdraw/{token}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"/en/withdraw/{token}/acknowledgement.txt")).Status);
    }

    [Fact]
    public async Task Acknowledgement_TokenOfNoWithdrawal_IsNotFound()
    {
        var token = await portal.Site.In(services => Task.FromResult(services.GetRequiredService<SignedLinks>().Sign(LinkPurpose.Withdrawal, Guid.NewGuid())));
        Assert.Equal(HttpStatusCode.NotFound, (await new Visitor(portal.Site.Client()).OpenAsync($"/en/withdraw/{token}")).Status);
    }

    [Fact]
    public async Task Withdraw_PostFromElsewhere_IsRefused()
    {
        var client = portal.Site.Client();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/en/withdraw", new FormUrlEncodedContent([new("step", "declare")]))).StatusCode);
    }

    [Fact]
    public async Task Shell_WhereAMarketDemandsIt_LinksTheFunction() =>
        Assert.All(await portal.PublicPages, page => Assert.NotNull(page.Document.QuerySelector($"header a[href='/{page.Locale}/withdraw']")));

    private async Task<(Visitor Visitor, SitePage Confirm)> DeclareAsync(string name)
    {
        var visitor = new Visitor(portal.Site.Client());
        return (visitor, await visitor.SubmitAsync(await visitor.OpenAsync("/en/withdraw"), ("name", name), ("contract", "P-1001"), ("email", "ada@example.com"), ("step", "declare")));
    }

    private Task<int> StoredAsync(string name) => portal.Site.In(services => services.GetRequiredService<PortalDbContext>().Withdrawals.CountAsync(row => row.Name == name));
}
