using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Portal.StripeEmulator;
using Portal.Web.Cases;
using Portal.Web.Data;
using Portal.Web.Notifications;
using Portal.Web.Payments;
using Portal.Web.Payments.Stripe;
using Portal.Web.Tests.Data;
using Stripe;

namespace Portal.Web.Tests.Payments.Stripe;

/// <summary>A storage test beside an emulator: order P-1014 (four cups) is paid by a payment intent there.</summary>
public abstract class StripeTest : DatabaseTest
{
    private EmulatorServer? _server;

    protected FakeTimeProvider Clock { get; } = new(PortalFactory.Start);

    protected Emulator Emulator => _server!.Emulator;

    protected Instant Now => Instant.FromDateTimeOffset(Clock.GetUtcNow());

    protected IStripeClient Client { get; private set; } = null!;

    protected StripeProvider Provider => new(Client, NullLogger<StripeProvider>.Instance);

    /// <summary>The intent that has paid the order.</summary>
    protected string Intent { get; private set; } = "";

    protected async ValueTask StartAsync()
    {
        _server = await EmulatorServer.StartAsync(new EmulatorOptions { Clock = Clock });
        Client = new StripeSettings("sk_test_1", null, _server.ApiBase).Client(new Impatience(Emulator));
    }

    protected ValueTask EndAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Stores the order.</summary>
    /// <returns>Its payment.</returns>
    protected async Task<Portal.Web.Orders.Payment> StoreOrderAsync()
    {
        await using var visit = new Visit(Open(), Clock);
        await visit.StoreAsync("P-1014");
        var payment = await visit.Database.Set<Portal.Web.Orders.Payment>().SingleAsync();
        Intent = Emulator.Pay(payment.Captured, "eur").Intent;
        (payment.Provider, payment.Reference) = (StripeProvider.Called, Intent);
        await visit.Database.SaveChangesAsync();
        return payment;
    }

    /// <summary>Stores the order and opens a case for one cup that came broken.</summary>
    /// <returns>Its RMA.</returns>
    protected async Task<string> OpenCaseAsync()
    {
        await StoreOrderAsync();
        return await OpenAnotherCaseAsync();
    }

    protected async Task<string> OpenAnotherCaseAsync()
    {
        await using var visit = new Visit(Open(), Clock);
        return await visit.OpenedAsync("P-1014", new Asked("L1"));
    }

    protected async Task<LoadedCase> LoadAsync(string rma)
    {
        await using var visit = new Visit(Open(), Clock);
        return (await visit.Cases.FindAsync(rma))!;
    }

    /// <summary>Works on every refund that is due, minute by minute.</summary>
    protected async Task WorkAsync(int minutes = 1, IPaymentProvider? provider = null)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            while (await ExecuteAsync(provider ?? Provider))
            {
                // Until nothing is due.
            }

            Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    protected async Task<bool> ExecuteAsync(IPaymentProvider provider)
    {
        await using var database = Open();
        return await new RefundExecutor(database, Outcomes(database), [provider], Clock).ExecuteNextAsync();
    }

    /// <summary>Every event that has happened at Stripe, oldest first, as rows.</summary>
    protected async Task<List<StripeEvent>> HappenedAsync(string prefix = "")
    {
        var happened = new List<StripeEvent>();
        await foreach (var said in new EventService(Client).ListAutoPagingAsync(new EventListOptions { Limit = 100 }))
        {
            if (said.Type.StartsWith(prefix, StringComparison.Ordinal))
            {
                happened.Insert(0, new StripeEvent { Id = said.Id, Type = said.Type, ObjectId = ((IHasId)said.Data.Object).Id, ReceivedAt = Now, NextAt = Now });
            }
        }

        return happened;
    }

    /// <summary>Stores events and applies all that is due, one after the other.</summary>
    protected async Task AnnounceAsync(IEnumerable<StripeEvent> events)
    {
        foreach (var said in events)
        {
            await using (var database = Open())
            {
                if (!await database.StripeEvents.AnyAsync(known => known.Id == said.Id))
                {
                    database.StripeEvents.Add(said);
                    await database.SaveChangesAsync();
                }
            }

            await ApplyAsync();
        }
    }

    protected async Task ApplyAsync()
    {
        while (await ApplyNextAsync())
        {
            // Until nothing is due.
        }
    }

    protected async Task<bool> ApplyNextAsync()
    {
        await using var database = Open();
        return await Events(database).ApplyNextAsync();
    }

    protected StripeEvents Events(PortalDbContext database) => new(database, Refunds(database), Orders(database), Clock, NullLogger<StripeEvents>.Instance);

    protected StripeRefunds Refunds(PortalDbContext database) => new(Client, database, Outcomes(database), NullLogger<StripeRefunds>.Instance);

    protected CheckoutOrders Orders(PortalDbContext database) => new(Client, database, new Visit(database, Clock).Content, Clock, NullLogger<CheckoutOrders>.Instance);

    protected RefundOutcomes Outcomes(PortalDbContext database) => new(database, new Mails(database, Clock), Clock, NullLogger<RefundOutcomes>.Instance);

    protected async Task<ReconciliationReport> ReconcileAsync(int days = 7)
    {
        await using var database = Open();
        return await Reconciliation(database).RunAsync(days);
    }

    protected StripeReconciliation Reconciliation(PortalDbContext database) => new(
        Client, database, Refunds(database), Provider, Outcomes(database), new MissedEvents(Client, database, Refunds(database), Orders(database), Clock), new RefundHolds(database), Clock);
}
