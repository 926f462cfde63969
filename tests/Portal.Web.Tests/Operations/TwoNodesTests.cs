using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Portal.Web.Orders;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Operations;

/// <summary>Two nodes on one PostgreSQL that share nothing else. They start at the same time on a database without any table.</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private readonly PostgresDatabase _server = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-nodes-").FullName;
    private Node _a = null!;
    private Node _b = null!;

    public async ValueTask InitializeAsync()
    {
        await _server.CreateEmptyAsync();
        (_a, _b) = (new Node(_server.ConnectionText, Path.Combine(_folder, "a")), new Node(_server.ConnectionText, Path.Combine(_folder, "b")));
        await Task.WhenAll(Task.Run(() => _a.Server), Task.Run(() => _b.Server));
    }

    public async ValueTask DisposeAsync()
    {
        await _a.DisposeAsync();
        await _b.DisposeAsync();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Journey_ThatChangesTheNodeWithEveryRequest_OpensOneCase()
    {
        var (client, _) = Shopper();
        var shopper = new Visitor(client);
        var order = await shopper.SubmitAsync(await shopper.OpenAsync("/en/orders"), ("number", "P-1001"), ("proof", "ada.fischer@example.com"));
        Assert.Equal("/en/orders/P-1001", order.Address);
        var items = await shopper.OpenAsync(order.Links.First(link => link.Contains("/return/", StringComparison.Ordinal) && link.EndsWith("L1", StringComparison.Ordinal)));
        var check = await shopper.SubmitAsync(await shopper.SubmitAsync(items, ("reason-L1", "Damaged")));
        var status = await shopper.SubmitAsync(check);
        Assert.StartsWith("/en/returns/R-", status.Address, StringComparison.Ordinal);
        await using var database = _server.Open();
        Assert.Equal(1, await database.Cases.CountAsync());
        Assert.Single(await database.DataProtectionKeys.ToListAsync());
    }

    [Fact]
    public async Task Antiforgery_TokenOfOneNode_IsTakenByTheOtherAndAForgedOneByNeither()
    {
        var (client, turn) = Shopper();
        var shopper = new Visitor(client);
        await shopper.SubmitAsync(await shopper.OpenAsync("/en/orders"), ("number", "P-1003"), ("proof", "walter.quinn@example.com"));
        turn.IsFixed = true;
        turn.Next = 0;
        var ask = await shopper.OpenAsync("/en/orders/P-1003/ask?line=L1&reason=ChangedMind");
        var token = ask.Value("__RequestVerificationToken")!;
        turn.Next = 1;
        Assert.Equal(HttpStatusCode.BadRequest, (await shopper.PostAsync(ask, ("message", "Please"), ("__RequestVerificationToken", token[..^4] + "AAAA"))).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await shopper.PostAsync(ask, ("message", "Please"))).Answer.StatusCode);
    }

    [Fact]
    public async Task Throttle_CountsOverBothNodes()
    {
        var outcomes = new List<LookupOutcome>();
        for (var guess = 0; guess <= LookupThrottle.FailuresPerOrder; guess++)
        {
            await using var scope = (guess % 2 == 0 ? _a : _b).Services.CreateAsyncScope();
            outcomes.Add((await scope.ServiceProvider.GetRequiredService<OrderLookup>().FindAsync("P-1012", "wrong@example.com", "192.0.2.1")).Outcome);
        }

        Assert.Equal(LookupThrottle.FailuresPerOrder, outcomes.Count(outcome => outcome is LookupOutcome.NotFound));
        Assert.Equal(LookupOutcome.TooMany, outcomes[^1]);
    }

    [Fact]
    public async Task Start_BothAtOnce_StoresTheDemoOrdersOnce()
    {
        await using var database = _server.Open();
        Assert.Equal(Portal.Web.Orders.Demo.DemoOrders.Generate(NodaTime.Instant.FromDateTimeOffset(PortalFactory.Start)).Count, await database.Orders.CountAsync());
    }

    private (HttpClient Client, Turns Turn) Shopper()
    {
        var turns = new Turns([_a.Server.CreateHandler(), _b.Server.CreateHandler()]);
        return (new HttpClient(new CookieContainerHandler { InnerHandler = turns }) { BaseAddress = new Uri("http://localhost") }, turns);
    }

    // Sends every request to the next node, as a load balancer without memory does.
    private sealed class Turns(IReadOnlyList<HttpMessageHandler> nodes) : HttpMessageHandler
    {
        private readonly IReadOnlyList<HttpMessageInvoker> _nodes = [.. nodes.Select(node => new HttpMessageInvoker(node))];

        public int Next { get; set; }

        public bool IsFixed { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var node = _nodes[Next % _nodes.Count];
            Next += IsFixed ? 0 : 1;
            return node.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Node(string connection, string data) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.UseSetting("Database:Provider", "Postgres");
            builder.UseSetting("ConnectionStrings:Portal", connection);
            builder.UseSetting("Data:Root", data);
            builder.UseSetting("Content:Root", Repository.Content);
            builder.UseSetting("Demo:Enabled", "true");
            builder.UseSetting("Site:Url", "https://shop.example");
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(PortalFactory.Start)));
        }
    }
}
