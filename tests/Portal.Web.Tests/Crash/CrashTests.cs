using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.StripeEmulator;
using Portal.Web.Cases;
using Portal.Web.Data;
using Portal.Web.Notifications;
using Portal.Web.Orders;
using Portal.Web.Payments;
using Portal.Web.Resources;
using Portal.Web.Tests.Notifications;

namespace Portal.Web.Tests.Crash;

/// <summary>
/// Every refund exists exactly once, with the right amount, whatever crashes. The run of all tests has a short version;
/// PORTAL_CRASH_ORDERS=700 makes it a long one, and its report is written to <c>artifacts/</c>.
/// </summary>
public abstract class CrashTests : IDisposable
{
    private const string WebhookSecret = "whsec_crash";

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-crash-").FullName;

    private static int Orders => int.Parse(Environment.GetEnvironmentVariable("PORTAL_CRASH_ORDERS") ?? "12", CultureInfo.InvariantCulture);

    private static int Seed => int.Parse(Environment.GetEnvironmentVariable("PORTAL_CRASH_SEED") ?? "1", CultureInfo.InvariantCulture);

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets <paramref name="count"/> nodes work on one database, and compares what is left with what happened.</summary>
    protected async Task RunAsync(string name, int count, string provider, string connection, Func<PortalDbContext> open)
    {
        await using var smtp = new SmtpServer();
        await smtp.InitializeAsync();
        await using var stripe = await EmulatorServer.StartAsync(new EmulatorOptions { WebhookSecret = WebhookSecret, Tick = TimeSpan.FromMilliseconds(400), Seed = Seed });
        stripe.Emulator.Mix(CrashRun.EveryFault);
        var nodes = Enumerable.Range(1, count).Select(number => new PortalNode($"node-{number}", _folder,
        [
            $"--Content:Root={Repository.Content}",
            $"--Data:Root={Path.Combine(_folder, $"data-{number}")}",
            $"--Database:Provider={provider}",
            $"--ConnectionStrings:Portal={connection}",
            "--Site:Url=http://portal.example",
            "--Stripe:SecretKey=sk_test_crash",
            $"--Stripe:WebhookSecret={WebhookSecret}",
            $"--Stripe:ApiBase={stripe.ApiBase}",
            "--Smtp:Host=127.0.0.1",
            $"--Smtp:Port={smtp.Port}",
            "--Smtp:Security=None",
            "--Smtp:From=returns@portal.example",
        ])).ToList();
        try
        {
            foreach (var node in nodes)
            {
                await node.StartAsync();
            }

            stripe.Emulator.Webhooks.SendTo(new Uri(nodes[0].Address, "/api/stripe/webhook"));
            var run = new CrashRun(open, nodes, stripe, Seed);
            var orders = await run.RunAsync(Orders);
            await using var database = open();
            var report = await CompareAsync(database, stripe.Emulator.Report(), orders, run.Events) + await CompareMailsAsync(database, smtp, orders);
            Directory.CreateDirectory(Repository.Artifacts);
            await File.WriteAllTextAsync(
                Path.Combine(Repository.Artifacts, $"crash-{name}.txt"),
                string.Create(CultureInfo.InvariantCulture, $"{name}, {count} node(s): {orders.Count} orders, {report}; {run.Kills} kills, {run.Interruptions} requests that found nobody; all of it right\n"));
        }
        finally
        {
            nodes.ForEach(node => node.Dispose());
        }
    }

    // Everybody was told of their case and of every refund as it ended, with its amount; nobody of anything else.
    private static async Task<string> CompareMailsAsync(PortalDbContext database, SmtpServer smtp, IReadOnlyList<Order> orders)
    {
        var mails = await database.Mails.AsNoTracking().ToDictionaryAsync(mail => mail.Id);
        var refunds = await database.Refunds.AsNoTracking().ToListAsync();
        var received = 0;
        var accepted = smtp.Mails().ToLookup(message => message.To.Mailboxes.Single().Address, StringComparer.Ordinal);
        foreach (var order in orders)
        {
            var messages = accepted[order.Email].ToLookup(message => mails[Guid.Parse(message.MessageId!.Split('@')[0])]);
            received += accepted[order.Email].Count();
            Assert.Single(messages, told => told.Key.Kind == MailKind.CaseOpened);
            foreach (var paid in refunds.Where(refund => refund.OrderId == order.Id && refund.State == RefundState.Succeeded))
            {
                var amount = MoneyFormat.Format(new(paid.Amount, Portal.Returns.Currency.Of(order.Currency)), Locale.All[0]);
                var told = Assert.Single(messages, told => told.Key.Kind == MailKind.Refunded && told.Key.SubjectId == paid.Id);
                Assert.All(told, message => Assert.Contains(amount, message.Subject, StringComparison.Ordinal));
            }

            // Of a dispute they know from their bank; of a failure that was paid in another way before anybody could tell, they need not hear.
            var failed = refunds
                .Where(refund => refund.OrderId == order.Id && refund is { State: RefundState.Failed, Fault: not RefundFault.Disputed })
                .Where(refund => !IsDropped(refund) || !refunds.Exists(other => other.ReplacesId == refund.Id))
                .Select(refund => refund.Id).Order().ToList();
            Assert.Equal(failed, messages.Where(told => told.Key.Kind == MailKind.RefundFailed).Select(told => told.Key.SubjectId).Order());
            var known = refunds.Where(refund => refund.OrderId == order.Id).Select(refund => refund.Id).ToHashSet();
            Assert.All(messages, told => Assert.True(told.Key.Kind == MailKind.CaseOpened || known.Contains(told.Key.SubjectId)));
        }

        bool IsDropped(Refund refund) => mails.Values.Any(mail => mail is { Kind: MailKind.RefundFailed, State: MailState.Dropped } && mail.SubjectId == refund.Id);

        var twice = mails.Values.Count(mail => mail.State == MailState.Sent) < received;
        return string.Create(CultureInfo.InvariantCulture, $"; {received} mails{(twice ? ", some twice under one Message-ID" : "")}");
    }

    private static async Task<string> CompareAsync(PortalDbContext database, EmulatorReport happened, IReadOnlyList<Order> orders, IReadOnlyDictionary<Guid, CrashEvent> events)
    {
        var refunds = await database.Refunds.AsNoTracking().ToListAsync();
        var cases = await database.Cases.AsNoTracking().ToListAsync();
        CompareCases(cases, refunds, orders, events);

        // What the emulator has is what our rows say: by metadata, once each, with the amount and the payment of the row.
        var payments = orders.SelectMany(order => order.Payments).ToDictionary(payment => payment.Id);
        var real = happened.Refunds.Where(refund => refund.Metadata.Count > 0).ToLookup(refund => Guid.Parse(refund.Metadata["portal_refund"]));
        foreach (var refund in refunds.Where(refund => refund.Provider != ManualProvider.Called && refund.Origin == RefundOrigin.Portal))
        {
            var there = real[refund.Id].ToList();
            Assert.True(there.Count <= 1, $"Refund {refund.Id} exists {there.Count} times.");
            Assert.Equal(refund.State == RefundState.Succeeded, there.Exists(found => found.Status == "succeeded"));
            Assert.All(there, found => Assert.Equal((refund.Amount, payments[refund.PaymentId].Reference), (found.Amount, found.PaymentIntent)));
        }

        Assert.Empty(real.Select(group => group.Key).Except(refunds.Select(refund => refund.Id)));

        // Every payment went back whole, by its provider or by hand, and never more; only what a bank took is left out.
        foreach (var payment in payments.Values)
        {
            var paid = refunds.Where(refund => refund.PaymentId == payment.Id && refund.State == RefundState.Succeeded).Sum(refund => refund.Amount);
            var isLost = events.GetValueOrDefault(payment.OrderId) is CrashEvent.Disputed { IsWon: false } && payment.Reference == orders.Single(order => order.Id == payment.OrderId).Payments[0].Reference;
            Assert.True(paid == payment.Captured || (isLost && paid == 0), $"{paid} of {payment.Captured} of {payment.Reference} went back.");
        }

        var faults = new StringBuilder().AppendJoin(", ", happened.Faults.Select(fault => string.Create(CultureInfo.InvariantCulture, $"{fault.Value} {fault.Key}")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{refunds.Count} refunds ({refunds.Count(refund => refund.State == RefundState.Succeeded)} paid, {refunds.Count(refund => refund.State == RefundState.Failed)} failed, {refunds.Count(refund => refund.State == RefundState.Canceled)} called off), {events.Values.Count(happening => happening is CrashEvent.Disputed)} disputes, {events.Values.Count(happening => happening is CrashEvent.RefundedByHand)} refunds by hand, {happened.RefundCalls} refund calls with {happened.Replays} replays, {happened.Webhooks.Sent} webhooks; faults: {faults}");
    }

    // One case an order, paid and closed; only a lost dispute leaves one to a person. What was refunded by hand is taken in once, as a case of its own.
    private static void CompareCases(IReadOnlyList<ReturnCase> cases, IReadOnlyList<Refund> refunds, IReadOnlyList<Order> orders, IReadOnlyDictionary<Guid, CrashEvent> events)
    {
        var byHand = refunds.Where(refund => refund.Origin == RefundOrigin.Provider).ToList();
        Assert.Equal(
            events.Values.OfType<CrashEvent.RefundedByHand>().Select(made => (made.Id, made.Amount)).Order(),
            byHand.Select(refund => (refund.Reference!, refund.Amount)).Order());
        var own = cases.Where(opened => !byHand.Exists(refund => refund.CaseId == opened.Id)).ToList();
        Assert.Equal(orders.Select(order => order.Id).Order(), own.Select(opened => opened.OrderId).Order());
        Assert.All(own, opened => Assert.True(
            (opened.State, opened.Money) == (CaseState.Closed, MoneyState.Succeeded)
                || ((opened.State, opened.Money) == (CaseState.NeedsReview, MoneyState.Failed) && events.GetValueOrDefault(opened.OrderId) is CrashEvent.Disputed { IsWon: false }),
            $"{opened.Rma} is {opened.State} and {opened.Money}, {events.GetValueOrDefault(opened.OrderId)}."));
    }
}
