using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Payments;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Commands;

/// <summary>What people of the shop do at the command line about withdrawals and refunds.</summary>
public sealed class DeskCommandTests : IDisposable
{
    private readonly CommandRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Withdrawals_ListAndHandled_ShowWhatWaitsUntilItIsSeenTo()
    {
        var none = await _room.RunAsync("withdrawals", "list");
        Assert.Equal((0, "", "0 withdrawals"), (none.Status, none.Output, none.Errors.Trim()));
        var id = Guid.NewGuid();
        await using (var visit = new Visit(_room.Open(), TimeProvider.System))
        {
            await visit.StoreAsync("P-1001");
            await visit.Withdrawals.StoreAsync(id, new WithdrawalStatement("Ada Fischer", "P-1001", "ada.fischer@example.com"));
        }

        var listed = await _room.RunAsync("withdrawals", "list");
        Assert.Matches($@"^\S+Z  refund by \d{{4}}-\d\d-\d\d  order P-1001  Ada Fischer <ada\.fischer@example\.com> about ""P-1001""  waits; when it is done: withdrawals handled {id}$", listed.Output.Trim());
        Assert.Equal(1, (await _room.RunAsync("withdrawals", "handled", Guid.NewGuid().ToString())).Status);
        Assert.Equal(2, (await _room.RunAsync("withdrawals", "handled", "the first")).Status);
        Assert.Equal(0, (await _room.RunAsync("withdrawals", "handled", id.ToString())).Status);
        Assert.Equal("", (await _room.RunAsync("withdrawals", "list")).Output);
        Assert.Contains("handled 2", (await _room.RunAsync("withdrawals", "list", "--all")).Output, StringComparison.Ordinal);
    }
    [Fact]
    public async Task Refunds_OfADisputedPayment_AreRetriedByAPersonOnlyAndPaid()
    {
        Assert.Equal("0 waiting", (await _room.RunAsync("refunds", "list")).Output.Trim());
        var id = await StoreFailedAsync();
        Assert.Contains($"refunds retry {id}", (await _room.RunAsync("refunds", "list")).Output, StringComparison.Ordinal);
        var refused = await _room.RunAsync("refunds", "retry", id.ToString());
        Assert.Equal((1, ""), (refused.Status, refused.Output));
        Assert.Contains($"is disputed: its provider would refuse. Leave it to the dispute; once it is won, say this again. To pay in another way: refunds retry {id} --by-person", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await _room.RunAsync("refunds", "retry", "--Demo:Enabled=false", id.ToString(), "--by-person")).Status);
        Assert.Equal(1, (await _room.RunAsync("refunds", "retry", id.ToString(), "--by-person")).Status);
        Assert.Equal(2, (await _room.RunAsync("refunds", "retry", id.ToString(), "stray")).Status);
        await using var database = _room.Open();
        var planned = await database.Refunds.SingleAsync(refund => refund.ReplacesId == id);
        Assert.Contains($"pay it, then: refunds paid {planned.Id}", (await _room.RunAsync("refunds", "list")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await _room.RunAsync("refunds", "paid", planned.Id.ToString(), "--reference", "SEPA 1")).Status);
        Assert.Equal("0 waiting", (await _room.RunAsync("refunds", "list")).Output.Trim());
        var unconnected = await _room.RunAsync("refunds", "reconcile");
        Assert.Equal((1, "Stripe is not connected: set Stripe:SecretKey."), (unconnected.Status, unconnected.Errors.Trim()));
    }

    private async Task<Guid> StoreFailedAsync()
    {
        await using var visit = new Visit(_room.Open(), TimeProvider.System);
        await visit.StoreAsync("P-1001");
        var order = await visit.Database.Orders.Include(row => row.Payments).SingleAsync();
        order.Payments[0].DisputedAt = SystemClock.Instance.GetCurrentInstant();
        var opened = new ReturnCase { Rma = "R-0000-0001", OrderId = order.Id, Locale = "en", State = CaseState.NeedsReview, Money = MoneyState.Failed };
        var failed = new Refund
        {
            CaseId = opened.Id, OrderId = order.Id, PaymentId = order.Payments[0].Id, Provider = order.Payments[0].Provider, Amount = 100, State = RefundState.Failed, Fault = RefundFault.Disputed,
        };
        visit.Database.AddRange(opened, failed);
        await visit.Database.SaveChangesAsync();
        return failed.Id;
    }
}
