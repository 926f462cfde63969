using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Api;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Api;

/// <summary>A hundred submissions of the same unit at once, through pages and API, on two nodes over one PostgreSQL: one case.</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private const int OfEach = 25;

    // One piece, 120 days old: a claim that is to be sent back.
    private const string Number = "P-1009";

    private readonly PostgresDatabase _database = new();
    private PortalHost[] _nodes = [];

    public async ValueTask InitializeAsync()
    {
        await _database.MigrateAsync();
        _nodes = [new PortalHost(_database.ConnectionText), new PortalHost(_database.ConnectionText)];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    [Fact]
    public async Task SameUnit_AHundredTimesAtOnce_OpensOneCase()
    {
        var submissions = new List<Func<Task<string?>>>();
        await using var scope = _nodes[0].Services.CreateAsyncScope();
        var key = (await scope.ServiceProvider.GetRequiredService<ApiKeys>().CreateAsync("two-nodes"))!;
        foreach (var node in _nodes)
        {
            var program = node.Program(key);
            var quote = ApiSite.Return(Number, "L1", "Damaged", shipment: "SendBack");
            var hash = (await ApiSite.SendAsync(program, HttpMethod.Post, "/api/returns/quote", Encoding.UTF8.GetBytes(quote.ToJsonString()))).Json.GetProperty("plan").GetProperty("hash").GetString();
            var body = Encoding.UTF8.GetBytes(ApiSite.Return(Number, "L1", "Damaged", shipment: "SendBack", planHash: hash).ToJsonString());
            submissions.AddRange(Enumerable.Range(0, OfEach).Select<int, Func<Task<string?>>>(_ => () => SendAsync(program, body)));
            for (var shopper = 0; shopper < OfEach; shopper++)
            {
                var check = await ReadyAsync(node);
                submissions.Add(() => SubmitAsync(check.Shopper, check.Page));
            }
        }

        var seen = await Task.WhenAll(submissions.Select(submit => Task.Run(submit)));
        await using var database = _database.Open();
        var rma = await database.Cases.Select(opened => opened.Rma).SingleAsync();
        Assert.Equal(1, await database.CaseUnits.CountAsync());
        Assert.Equal(4 * OfEach, seen.Length);

        // Whoever heard of a case heard of this one; one of the programs may have been told "created", all others that the pieces are taken.
        Assert.All(seen.Where(known => known is not null), known => Assert.Equal(rma, known));
        Assert.Contains(rma, seen);
    }

    private static async Task<string?> SendAsync(HttpClient program, byte[] body)
    {
        var reply = await ApiSite.SendAsync(program, HttpMethod.Post, "/api/returns", body, ("Idempotency-Key", Guid.NewGuid().ToString()));
        Assert.True(reply.Status == HttpStatusCode.Created || reply is { Status: HttpStatusCode.Conflict, Code: "units-taken" }, reply.Json.ToString());
        return reply.Text("rma");
    }

    private static async Task<(Visitor Shopper, SitePage Page)> ReadyAsync(PortalHost node)
    {
        var shopper = await node.ShopperOf(Number);
        var order = await shopper.OpenAsync($"/en/orders/{Number}");
        var options = await shopper.SubmitAsync(await shopper.OpenAsync(order.Links.First(link => link.EndsWith("/items?line=L1", StringComparison.Ordinal))), ("reason-L1", "Damaged"));
        var check = options.Address.EndsWith("/check", StringComparison.Ordinal) ? options : await shopper.SubmitAsync(options);
        Assert.EndsWith("/check", check.Address, StringComparison.Ordinal);
        return (shopper, check);
    }

    // The case's page, or back to the journey, which says that the piece is gone.
    private static async Task<string?> SubmitAsync(Visitor shopper, SitePage check)
    {
        var page = await shopper.SubmitAsync(check);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page.Address.Contains("/returns/R-", StringComparison.Ordinal) ? page.Address.Split('/')[^1] : null;
    }
}
