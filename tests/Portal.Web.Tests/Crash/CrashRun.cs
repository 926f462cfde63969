using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.StripeEmulator;
using Portal.Web.Data;
using Portal.Web.Notifications;
using Portal.Web.Orders;
using Portal.Web.Payments;
using Portal.Web.Payments.Stripe;
using Portal.Web.Tests.Commands;

namespace Portal.Web.Tests.Crash;

/// <summary>
/// Shoppers return, the emulator deals all its faults at random, some of their banks dispute, somebody of the shop refunds by hand,
/// and nodes are killed at random moments and started again, until every refund has come to an end. What is left is compared with
/// what really happened at the emulator.
/// </summary>
internal sealed class CrashRun(Func<PortalDbContext> open, IReadOnlyList<PortalNode> nodes, EmulatorServer stripe, int seed)
{
    private const int ShoppersAtOnce = 2;

    private static readonly RefundState[] Ended = [RefundState.Succeeded, RefundState.Failed, RefundState.Canceled];

    private static readonly TimeSpan PatienceForTheEnd = TimeSpan.FromMinutes(15);

    private readonly Random _dice = new(seed);

    private readonly ConcurrentDictionary<Guid, CrashEvent> _events = [];

    public static FaultMix EveryFault { get; } = new()
    {
        Calls = new Dictionary<CallFault, double>
        {
            [CallFault.TimeoutBefore] = .02,
            [CallFault.TimeoutAfter] = .02,
            [CallFault.TimeoutLate] = .02,
            [CallFault.ResetBefore] = .04,
            [CallFault.ResetAfter] = .04,
            [CallFault.Conflict] = .04,
            [CallFault.RateLimit] = .05,
            [CallFault.ErrorBefore] = .03,
            [CallFault.ErrorAfter] = .03,
            [CallFault.Unavailable] = .03,
            [CallFault.BalanceInsufficient] = .03,
        },
        Reads = new Dictionary<CallFault, double>
        {
            [CallFault.ResetBefore] = .03,
            [CallFault.RateLimit] = .03,
            [CallFault.ErrorBefore] = .03,
        },
        Fates = new Dictionary<RefundFate, double>
        {
            [RefundFate.PendThenSucceed] = .15,
            [RefundFate.PendThenFail] = .05,
            [RefundFate.SucceedThenFail] = .05,
            [RefundFate.RequireActionThenSucceed] = .03,
            [RefundFate.RequireActionThenFail] = .02,
            [RefundFate.ShortThenSucceed] = .05,
            [RefundFate.PendThenCancel] = .02,
            [RefundFate.FailAtOnce] = .03,
        },
        Webhooks = new Dictionary<WebhookFault, double>
        {
            [WebhookFault.Duplicate] = .15,
            [WebhookFault.Delay] = .15,
            [WebhookFault.Reorder] = .1,
            [WebhookFault.Drop] = .05,
        },
    };

    /// <summary>How often a shopper's request found nobody.</summary>
    public int Interruptions { get; private set; }

    /// <summary>What else happened to orders: at most one thing to each.</summary>
    public IReadOnlyDictionary<Guid, CrashEvent> Events => _events;

    public int Kills => nodes.Sum(node => node.Kills);

    /// <summary>Runs to the end.</summary>
    public async Task<IReadOnlyList<Order>> RunAsync(int count)
    {
        IReadOnlyList<Order> orders;
        await using (var database = open())
        {
            orders = await CrashShop.StockAsync(database, stripe.Emulator, count, _dice);
        }

        using var calm = new CancellationTokenSource();
        var killing = KillAsync(Math.Max(4, count / 3), calm.Token);
        var returning = ReturnAsync(orders);
        // A node that does not come up again is what is wrong, rather than the shopper who waits for it.
        await await Task.WhenAny(returning, killing);
        await returning;
        await Poll.UntilAsync(async () => await WaitingAsync() * 3 <= count, PatienceForTheEnd, "most refunds to end while nodes are killed");
        await calm.CancelAsync();
        await killing;
        await FinishAsync(orders);
        return orders;
    }

    // Each shopper has dice of their own, so that who meets whom does not change what they do.
    private Task ReturnAsync(IReadOnlyList<Order> orders) => Parallel.ForEachAsync(
        orders.Select((order, index) => (order, index)),
        new ParallelOptions { MaxDegreeOfParallelism = ShoppersAtOnce },
        async (wanted, _) =>
        {
            using var shopper = new CrashShopper(wanted.order, nodes, new Random(seed + wanted.index));
            await shopper.ReturnAsync();
            Interfere(wanted.order, new Random(~seed + wanted.index));
            lock (_dice)
            {
                Interruptions += shopper.Interruptions;
            }
        });

    // Any time from just after the case was stored: before its refund is sent, meanwhile or after.
    private void Interfere(Order order, Random dice)
    {
        var payment = order.Payments[0];
        switch (dice.NextDouble())
        {
            case < .07:
                _events[order.Id] = new CrashEvent.Disputed(stripe.Emulator.Dispute(payment.Reference).Id, IsWon: dice.Next(2) == 0);
                break;
            case < .14 when stripe.Emulator.TryRefundInDashboard(payment.Reference, payment.Captured / 3 / payment.Step * payment.Step) is { } made:
                _events[order.Id] = new CrashEvent.RefundedByHand(made.Id, made.Amount);
                break;
        }
    }

    // Banks decide; events that were lost on the way are found by comparing the books.
    private async Task DecideDisputesAsync()
    {
        foreach (var disputed in _events.Values.OfType<CrashEvent.Disputed>())
        {
            stripe.Emulator.Close(disputed.Id, disputed.IsWon);
        }

        stripe.Emulator.Mix(new FaultMix());
        await ReconcileAsync();
    }

    private async Task<ReconciliationReport> ReconcileAsync()
    {
        await using var database = open();
        var client = new StripeSettings("sk_test_crash", null, stripe.ApiBase).Client();
        return await new CrashDesk(database).Reconciliation(client).RunAsync();
    }

    // Whatever fails is paid in another way, which may fail as well, until everybody has their money or it is for a bank to say.
    private async Task FinishAsync(IReadOnlyList<Order> orders)
    {
        var deadline = DateTime.UtcNow + PatienceForTheEnd;
        for (var round = 0; ; round++)
        {
            await Poll.UntilAsync(async () => await WaitingAsync() == 0 && !stripe.Emulator.Advance(), PatienceForTheEnd, "every refund to end");
            if (round == 0)
            {
                await DecideDisputesAsync();
            }

            await using (var database = open())
            {
                await new CrashDesk(database).WorkAsync();
            }

            var failed = await FailedAsync();
            if (failed.Count == 0 && await WaitingAsync() == 0)
            {
                await Poll.UntilAsync(async () => await MailsWaitingAsync() == 0, PatienceForTheEnd, "every mail to be sent");
                Assert.Empty((await ReconcileAsync()).Differences);
                return;
            }

            Assert.True(DateTime.UtcNow < deadline, $"Cases that never end: {string.Join(", ", failed.Select(known => $"{known.Rma} {_events.GetValueOrDefault(known.OrderId)}"))}");
            foreach (var (rma, orderId) in failed)
            {
                using var shopper = new CrashShopper(orders.Single(order => order.Id == orderId), nodes, new Random(seed + round));
                await shopper.ChooseAnotherWayAsync(rma);
            }
        }
    }

    // Until things calm down; a small run is not killed for ever.
    private async Task KillAsync(int most, CancellationToken calm)
    {
        while (!calm.IsCancellationRequested && Kills < most)
        {
            double share;
            PortalNode node;
            lock (_dice)
            {
                share = .1 + (1.4 * _dice.NextDouble());
                node = nodes[_dice.Next(nodes.Count)];
            }

            // Measured by how long it took to start: on a slow machine too, some live long enough to serve somebody.
            using var timer = new PeriodicTimer(node.StartedIn * share);
            await timer.WaitForNextTickAsync(CancellationToken.None);
            node.Kill();
            await node.StartAsync();
        }
    }

    // What a provider still has to say something about; what a person has to pay is paid by CrashDesk.
    private async Task<int> WaitingAsync()
    {
        await using var database = open();
        return await database.Refunds.CountAsync(refund => !Ended.Contains(refund.State) && refund.Provider != ManualProvider.Called)
            + await database.Refunds.CountAsync(refund => refund.Provider == ManualProvider.Called && (refund.State == RefundState.Planned || refund.State == RefundState.Sending));
    }

    private async Task<int> MailsWaitingAsync()
    {
        await using var database = open();
        return await database.Mails.CountAsync(mail => mail.State == MailState.Waiting);
    }

    private async Task<List<(string Rma, Guid OrderId)>> FailedAsync()
    {
        await using var database = open();
        return (await database.Cases.Where(opened => opened.State == CaseState.Open && opened.Money == MoneyState.Failed).Select(opened => new { opened.Rma, opened.OrderId }).ToListAsync())
            .ConvertAll(opened => (opened.Rma, opened.OrderId));
    }
}
