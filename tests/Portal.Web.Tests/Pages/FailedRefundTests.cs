using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Returns.Refunds;
using Portal.Web.Data;
using Portal.Web.Payments;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Pages;

/// <summary>What a shopper sees and can do when money has not arrived. Its site is its own, since its clock moves.</summary>
public sealed class FailedRefundTests(PortalFactory site) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Failed_CardGone_IsSaidAndPaidInAnotherWay()
    {
        var (shopper, address) = await FailAsync("P-1014", RefundFault.CardGone);
        var page = await shopper.OpenAsync(address);
        Assert.Contains("has not reached you", page.Text, StringComparison.Ordinal);
        Assert.Contains("no longer exists", page.Text, StringComparison.Ordinal);
        Assert.Equal("ByPerson", page.Value("way"));
        Assert.Single(page.Document.QuerySelectorAll("main input[name=way]"));
        var after = await shopper.SubmitAsync(page);
        Assert.Equal(address, after.Address);
        Assert.Empty(after.Document.QuerySelectorAll("main input[name=way]"));
        Assert.Equal([RefundState.Failed, RefundState.Planned], (await RefundsAsync(address)).Select(refund => refund.State).OrderByDescending(state => state));
    }

    [Fact]
    public async Task Failed_SubmittedTwice_PlansOneOther()
    {
        var (shopper, address) = await FailAsync("P-1001", RefundFault.Declined);
        var page = await shopper.OpenAsync(address);
        Assert.Equal("SameAgain", page.Value("way"));
        await shopper.SubmitAsync(page);
        await shopper.SubmitAsync(page);
        Assert.Equal(2, (await RefundsAsync(address)).Count);
    }

    [Fact]
    public async Task Failed_AnotherCasesRefund_CannotBeReplacedFromHere()
    {
        var (_, other) = await FailAsync("P-1012", RefundFault.Declined, "L2");
        var (shopper, address) = await FailAsync("P-1013", RefundFault.Declined);
        var page = await shopper.OpenAsync(address);
        await shopper.SubmitAsync(page, ("refund", (await RefundsAsync(other))[0].Id.ToString()));
        Assert.Single(await RefundsAsync(other));
        Assert.Single(await RefundsAsync(address));
    }

    [Fact]
    public async Task Failed_Nonsense_ChangesNothing()
    {
        var (shopper, address) = await FailAsync("P-1006", RefundFault.Declined, "L2");
        var page = await shopper.OpenAsync(address);
        var before = (await RefundsAsync(address)).Count;
        await shopper.SubmitAsync(page, ("refund", "x"), ("way", "Elsewhere"));
        Assert.Equal(before, (await RefundsAsync(address)).Count);
    }

    private async Task<(Visitor Shopper, string Address)> FailAsync(string number, RefundFault fault, string line = "L1")
    {
        var client = await site.ShopperOf(number);
        var rma = await site.In(async services =>
        {
            var visit = new Visit(services.GetRequiredService<PortalDbContext>(), site.Clock);
            var opened = await visit.OpenedAsync(number, new Asked(line));
            var refund = (await visit.Cases.FindAsync(opened))!.Refunds[0];
            await services.GetRequiredService<RefundOutcomes>().ApplyAsync(refund.Id, new ProviderAnswer.Failed(fault));
            return opened;
        });
        return (new Visitor(client), $"/en/returns/{rma}");
    }

    private Task<List<Refund>> RefundsAsync(string address) => site.In(services =>
    {
        var database = services.GetRequiredService<PortalDbContext>();
        var rma = address.Split('/')[^1];
        return database.Refunds.AsNoTracking().Where(refund => database.Cases.Any(opened => opened.Id == refund.CaseId && opened.Rma == rma)).ToListAsync();
    });
}
