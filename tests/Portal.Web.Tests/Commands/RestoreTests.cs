using Microsoft.EntityFrameworkCore;
using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.StripeEmulator;
using Portal.Web.Payments.Stripe;
using Portal.Web.Tests.Crash;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Commands;

/// <summary>A backup knows nothing of what was paid after it: once it is restored, nobody is paid twice.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly CommandRoom _room = new();

    private EmulatorServer _stripe = null!;

    private string[] Stripe => ["--Stripe:SecretKey=sk_test_1", $"--Stripe:ApiBase={_stripe.ApiBase}"];

    public async ValueTask InitializeAsync() => _stripe = await EmulatorServer.StartAsync(new EmulatorOptions());

    public async ValueTask DisposeAsync()
    {
        await _stripe.DisposeAsync();
        _room.Dispose();
    }

    [Fact]
    public async Task Restore_RefundPaidAfterTheBackup_IsTakenInBeforeAnythingIsSent()
    {
        Assert.Equal(0, (await _room.RunAsync("refunds", "list")).Status);
        await StoreOrderAsync();
        using (var portal = Portal("before"))
        {
            await portal.StartAsync();
            Assert.Equal(0, (await _room.RunAsync("data", "backup", "copy.db")).Status);
            await OpenCaseAsync();
            await Poll.UntilAsync(() => IsAsync(RefundState.Succeeded), Patience, "the refund to succeed");
        }

        Assert.Equal(1, Paid);
        Assert.Contains("no refund is sent until 'refunds reconcile'", (await _room.RunAsync("data", "restore", "copy.db")).Output, StringComparison.Ordinal);
        using var restored = Portal("after");
        await restored.StartAsync();
        Assert.Contains("Refunds are on hold.", await File.ReadAllTextAsync(restored.LogFile), StringComparison.Ordinal);
        using (var client = new HttpClient())
        {
            Assert.Contains("\"degraded\"", await client.GetStringAsync(new Uri(restored.Address, "/readyz")), StringComparison.Ordinal);
        }

        // The shopper, whose case is gone, reports the same cup again; other commands run meanwhile, and nothing is sent.
        var again = await OpenCaseAsync();
        Assert.Equal(1, (await _room.RunAsync("refunds", "reconcile")).Status);
        Assert.Equal((true, 1), (await IsAsync(RefundState.Planned), Paid));

        var reconciled = await _room.RunAsync(["refunds", "reconcile", .. Stripe]);
        Assert.Equal((0, ""), (reconciled.Status, reconciled.Errors));
        Assert.Contains("Refunds go out again.", reconciled.Output, StringComparison.Ordinal);

        // The refund is taken in, here or by the daily job of the running portal. A person sees that the cup was paid before: the new case is refused, and the refund gets its piece.
        var refused = await _room.RunAsync("returns", "review", again, "--refuse", "--reason", "It was refunded before.");
        Assert.Equal((0, ""), (refused.Status, refused.Errors));
        var named = await _room.RunAsync("refunds", "name", await TakenInAsync(), "L1:1");
        Assert.Equal((0, ""), (named.Status, named.Errors));
        Assert.Equal(1, Paid);

        // Another cup goes its way.
        await OpenCaseAsync();
        await Poll.UntilAsync(() => Task.FromResult(Paid == 2), Patience, "the second cup to be paid");
    }

    private int Paid => _stripe.Emulator.Report().Refunds.Count;

    private PortalNode Portal(string name) => new(
        name, _room.Folder, [$"--Content:Root={Repository.Content}", "--Data:Root=data", "--Site:Url=https://shop.example", .. Stripe]);

    private async Task StoreOrderAsync()
    {
        await using var visit = new Visit(_room.Open(), TimeProvider.System);
        await visit.StoreAsync("P-1014");
        var payment = await visit.Database.Set<Web.Orders.Payment>().SingleAsync();
        (payment.Provider, payment.Reference) = (StripeProvider.Called, _stripe.Emulator.Pay(payment.Captured, "eur").Intent);
        await visit.Database.SaveChangesAsync();
    }

    private async Task<string> OpenCaseAsync()
    {
        await using var visit = new Visit(_room.Open(), TimeProvider.System);
        return await visit.OpenedAsync("P-1014", new Asked("L1"));
    }

    private async Task<bool> IsAsync(RefundState state)
    {
        await using var database = _room.Open();
        return await database.Refunds.AnyAsync(refund => refund.State == state);
    }

    private async Task<string> TakenInAsync()
    {
        await using var database = _room.Open();
        return await database.Cases.Where(row => row.State == CaseState.NeedsReview).Select(row => row.Rma).SingleAsync();
    }
}
