using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Api;
using Portal.Web.Data;
using Portal.Web.Orders;

namespace Portal.Web.Tests.Api;

/// <summary>A site of its own, with a program that has a key.</summary>
public sealed class ApiSite : IAsyncLifetime
{
    public PortalFactory Site { get; } = new();

    /// <summary>A client with a key.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>An order that is sound: two lines, delivered ten days ago in two parcels, paid in two ways.</summary>
    /// <param name="buyer">Names the buyer, since what somebody has returned before counts.</param>
    public static JsonObject Order(string buyer = "Kim.Baum") => JsonNode.Parse("""
        {
          "channel": "web", "locale": "de", "market": "DE", "currency": "EUR", "placedAt": "2026-11-04T09:30:00+01:00",
          "isConsumer": true, "isGift": false, "taxIncluded": true, "tags": ["newsletter"],
          "email": "Kim.Baum@example.com", "deliveryPostcode": "10 115", "billingPostcode": "20095",
          "discount": 500, "shipping": 490, "shippingTax": 0, "standardShipping": null,
          "lines": [
            { "id": "A", "sku": "MUG-1", "title": "Becher", "category": "kitchen", "bundle": null, "tags": ["ceramic"], "quantity": 4, "unitPrice": 1200, "discount": 300, "tax": 718, "weightGrams": 350 },
            { "id": "B", "sku": "LIN-7", "title": "Leinentuch", "quantity": 1, "unitPrice": 2510 }
          ],
          "parcels": [
            { "carrier": "Postwagen", "trackingNumber": "FH1", "trackingUrl": "https://tracking.example.com/FH1", "shippedAt": "2026-11-05T10:00:00Z", "expectedOn": "2026-11-07", "deliveredAt": "2026-11-08T11:00:00Z", "items": [ { "line": "A", "quantity": 3 } ] },
            { "shippedAt": "2026-11-06T10:00:00Z", "deliveredAt": "2026-11-08T12:00:00Z", "items": [ { "line": "B", "quantity": 1 }, { "line": "A", "quantity": 1 } ] }
          ],
          "payments": [
            { "provider": "Demo", "reference": "pay-1", "means": "card", "label": "Visa •••• 4242", "captured": 6000 },
            { "provider": "Manual", "reference": "gift-1", "means": "gift_card", "label": "Geschenkkarte •••• 11", "captured": 1000, "step": 1 }
          ]
        }
        """.Replace("Kim.Baum", buyer, StringComparison.Ordinal))!.AsObject();

    /// <summary>What asks to send back or keep one piece of a line.</summary>
    public static JsonObject Return(string order, string line = "A", string reason = "Damaged", int quantity = 1, string? shipment = null, string? planHash = null)
    {
        var asked = new JsonObject { ["line"] = line, ["quantity"] = quantity, ["reason"] = reason };
        var body = new JsonObject { ["orderNumber"] = order, ["lines"] = new JsonArray(asked) };
        if (shipment is not null)
        {
            (asked["resolution"], asked["shipment"]) = ("Refund", shipment);
        }

        if (planHash is not null)
        {
            body["planHash"] = planHash;
        }

        return body;
    }

    public async ValueTask InitializeAsync() => Client = await ClientAsync("tests");

    public async ValueTask DisposeAsync() => await Site.DisposeAsync();

    /// <summary>A client with a new key.</summary>
    public async Task<HttpClient> ClientAsync(string name) =>
        WithKey((await Site.In(services => services.GetRequiredService<ApiKeys>().CreateAsync(name)))!);

    /// <summary>A client with this key.</summary>
    public HttpClient WithKey(string key)
    {
        var client = Site.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>Sends a body.</summary>
    public Task<ApiReply> SendAsync(HttpMethod method, string address, JsonNode body, params (string Name, string Value)[] headers) =>
        SendAsync(Client, method, address, Encoding.UTF8.GetBytes(body.ToJsonString()), headers);

    public static async Task<ApiReply> SendAsync(HttpClient client, HttpMethod method, string address, byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await ApiReply.ReadAsync(await client.SendAsync(request));
    }

    public async Task<ApiReply> GetAsync(string address) => await ApiReply.ReadAsync(await Client.GetAsync(address));

    public Task<ApiReply> PutOrderAsync(string number, JsonNode? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Put, $"/api/orders/{number}", body ?? Order(number.Replace(' ', '.')), headers);

    /// <summary>Opens a case under a key of its own, or the one that is given.</summary>
    public Task<ApiReply> OpenAsync(JsonNode body, string? idempotencyKey = null) =>
        SendAsync(HttpMethod.Post, "/api/returns", body, ("Idempotency-Key", idempotencyKey ?? Guid.NewGuid().ToString()));

    /// <summary>The hash of the plan of what is asked for.</summary>
    public async Task<string> PlanHashAsync(JsonNode quote)
    {
        var reply = await SendAsync(HttpMethod.Post, "/api/returns/quote", quote);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        return reply.Json.GetProperty("plan").GetProperty("hash").GetString()!;
    }

    /// <summary>Stores an order and opens a case of it.</summary>
    /// <returns>The RMA.</returns>
    public async Task<string> OpenedAsync(string number, string line = "A", string reason = "Damaged", int quantity = 1, string shipment = "Keep")
    {
        if (await OrderAsync(number) is null)
        {
            Assert.Equal(HttpStatusCode.Created, (await PutOrderAsync(number)).Status);
        }

        var hash = await PlanHashAsync(Return(number, line, reason, quantity, shipment));
        var opened = await OpenAsync(Return(number, line, reason, quantity, shipment, hash));
        Assert.Equal(HttpStatusCode.Created, opened.Status);
        return opened.Text("rma");
    }

    /// <summary>The order as it is stored; null when it is not.</summary>
    public Task<Order?> OrderAsync(string number) => Site.In(services => services.GetRequiredService<PortalDbContext>().Orders.AsNoTracking().AsSplitQuery()
        .Include(order => order.Lines).Include(order => order.Parcels).ThenInclude(parcel => parcel.Items).Include(order => order.Payments)
        .SingleOrDefaultAsync(order => order.Number == number));

    /// <summary>Asks the site's database.</summary>
    public Task<T> DatabaseAsync<T>(Func<PortalDbContext, Task<T>> ask) => Site.In(services => ask(services.GetRequiredService<PortalDbContext>()));
}

/// <summary>What the API replied.</summary>
public sealed record ApiReply(HttpStatusCode Status, JsonElement Json, HttpResponseMessage Response)
{
    /// <summary>The code of a problem.</summary>
    public string Code => Text("code");

    /// <summary>The paths of the faults it tells.</summary>
    public IReadOnlyList<string> Paths => [.. Json.GetProperty("errors").EnumerateObject().Select(error => error.Name)];

    public string Text(string name) => Json.GetProperty(name).GetString()!;

    public static async Task<ApiReply> ReadAsync(HttpResponseMessage response)
    {
        var isProblem = (int)response.StatusCode >= 400;
        Assert.Equal(isProblem ? "application/problem+json" : "application/json", response.Content.Headers.ContentType?.MediaType);
        var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.True(!isProblem || json.GetProperty("status").GetInt32() == (int)response.StatusCode);
        return new ApiReply(response.StatusCode, json, response);
    }
}
