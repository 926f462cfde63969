using NodaTime;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;
using Portal.Web.Orders;
using Portal.Web.Orders.Demo;

namespace Portal.Benchmarks;

/// <summary>The shipped policy and changes of mind over whole lines of the demo orders, in eight markets, granted and refused.</summary>
internal sealed class DecisionSet
{
    private DecisionSet(Policy policy, IReadOnlyList<OrderFacts> orders, Instant now) => (Policy, Orders, Now) = (policy, orders, now);

    public Policy Policy { get; }

    public IReadOnlyList<OrderFacts> Orders { get; }

    public Instant Now { get; }

    public IEnumerable<(OrderFacts Order, ReturnRequest Request)> Requests =>
        Orders.SelectMany(order => order.Lines.Select(line => (order, new ReturnRequest(line.Id, line.Quantity, Reason.ChangedMind))));

    public static DecisionSet Load(int orders)
    {
        var now = Instant.FromUtc(2026, 11, 23, 12, 0);
        var zones = DemoZones();
        return new DecisionSet(
            Read(File.ReadAllText(ShippedPolicy())),
            [.. DemoOrders.Generate(now, orders).Select(order => OrderRows.Facts(order, [], [], new ShopperFacts(3, 1, 0, []), zones[order.Market]))],
            now);
    }

    public static Policy Read(string text) => PolicyReader.Read("returns.yaml", text).Policy ?? throw new InvalidOperationException("The policy has errors.");

    private static Dictionary<string, DateTimeZone> DemoZones() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["US"] = "America/Los_Angeles", ["GB"] = "Europe/London", ["DE"] = "Europe/Berlin", ["AT"] = "Europe/Vienna", ["FR"] = "Europe/Paris",
        ["ES"] = "Atlantic/Canary", ["JP"] = "Asia/Tokyo", ["AE"] = "Asia/Dubai", ["KW"] = "Asia/Kuwait",
    }.ToDictionary(zone => zone.Key, zone => DateTimeZoneProviders.Tzdb[zone.Value], StringComparer.Ordinal);

    private static string ShippedPolicy()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "content", "policies", "returns.yaml") is var file && File.Exists(file))
            {
                return file;
            }
        }

        throw new InvalidOperationException("The shipped policy is in no folder above.");
    }
}
