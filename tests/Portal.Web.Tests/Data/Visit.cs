using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Portal.Returns.Decisions;
using Portal.Web.Cases;
using Portal.Web.Content;
using Portal.Web.Data;
using Portal.Web.Notifications;
using Portal.Web.Orders;
using Portal.Web.Orders.Demo;
using Portal.Web.Resources;

namespace Portal.Web.Tests.Data;

/// <summary>What one request has: a context of its own, the shipped content, and the services over both.</summary>
public sealed class Visit(PortalDbContext database, TimeProvider clock, Snapshot? content = null) : IAsyncDisposable
{
    /// <summary>Reads content folders, on the first day of all tests.</summary>
    public static SnapshotReader Reader { get; } = new(
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<Ui>>(),
        new FakeTimeProvider(PortalFactory.Start),
        new PortalFolders(new ConfigurationBuilder().Build()));

    private static readonly Lazy<Snapshot> Shipped = new(() => Reader.Read(Repository.Content).Snapshot!);

    public PortalDbContext Database => database;

    public Snapshot Content { get; } = content ?? Shipped.Value;

    public OrderReader Orders => new(database, Content, clock);

    public Journeys Journeys => new(database, new Judge(Content, clock), Content, clock);

    public CaseOpener Opener => new(database, Orders, Content, new Mails(database, clock), new KeptPolicies(), clock);

    public CaseReview Review => new(database, Orders, Content, new Mails(database, clock), clock);

    public CaseReader Cases => new(database, Orders);

    public Withdrawals Withdrawals => new(database, Content, new Mails(database, clock), clock);

    public Judge Judge => new(Content, clock);

    /// <summary>Stores some of the handful of demo orders.</summary>
    public async Task StoreAsync(params string[] numbers)
    {
        var orders = DemoOrders.Generate(Instant.FromDateTimeOffset(clock.GetUtcNow()), DemoOrders.Handful.Count).Where(order => numbers.Contains(order.Number)).ToList();
        database.Orders.AddRange(orders);
        await database.SaveChangesAsync();
        database.ChangeTracker.Clear();
    }

    /// <summary>A journey with everything chosen.</summary>
    public async Task<Journey> JourneyAsync(string number, Guid draft, params Asked[] lines)
    {
        var order = (await Orders.FindAsync(number))!;
        var journey = await Journeys.SaveLinesAsync(
            (await Journeys.LoadAsync(order, draft))!,
            [.. lines.Select(line => new DraftLine { LineId = line.Line, Quantity = line.Quantity, Reason = line.Reason })]);
        foreach (var line in journey.Lines)
        {
            (line.Line.Resolution, line.Line.Shipment) = (Resolution.Refund, lines.Single(asked => asked.Line == line.Line.LineId).Shipment);
        }

        return await Journeys.SaveOptionsAsync(journey);
    }

    /// <summary>Opens the case of a journey as its shopper confirms it.</summary>
    public async Task<OpenOutcome> OpenAsync(string number, Guid draft, params Asked[] lines)
    {
        var journey = await JourneyAsync(number, draft, lines);
        Assert.True(journey.IsChosen, $"{number} does not offer what is asked for.");
        return await Opener.OpenAsync(journey, journey.Plan().Hash, Correspondent.Buyer);
    }

    /// <summary>Opens a case that nothing stands in the way of.</summary>
    /// <returns>Its RMA.</returns>
    public async Task<string> OpenedAsync(string number, params Asked[] lines) => Assert.IsType<OpenOutcome.Opened>(await OpenAsync(number, Guid.NewGuid(), lines)).Rma;

    public ValueTask DisposeAsync() => database.DisposeAsync();
}

/// <summary>What a shopper asks for and chooses for one line.</summary>
public sealed record Asked(string Line, Reason Reason = Reason.Damaged, int Quantity = 1, ShipmentMethod Shipment = ShipmentMethod.Keep);
