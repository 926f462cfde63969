using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.StripeEmulator;
using Portal.Web.Api;
using Portal.Web.Data;
using Portal.Web.Orders;
using Portal.Web.Payments.Stripe;
using Portal.Web.Tests.Api;

namespace Portal.Web.Tests.Operations;

/// <summary>Reads the logs of a full run, at the most talkative level there is.</summary>
public sealed class LogPrivacyTests : IAsyncLifetime
{
    private const string Email = "ada.fischer@example.com";
    private const string WrongEmail = "wrong.person@example.net";
    private const string Postcode = "SW1A9ZZ";
    private const string Name = "Adelheid Unmistakable";
    private const string Message = "It reminds me of my grandmother";
    private const string Query = "zebrasecretquery";
    private const string StripeKey = "sk_test_neverlogthiskey";
    private const string WebhookSecret = "whsec_neverlogthissecret";
    private const string Payer = "paula.payer@example.net";
    private const string PayersPostcode = "80331";
    private const string Buyer = "bruno.buyer@example.net";
    private const string BuyersPostcode = "99423";
    private const string Label = "Visa of Bruno 9876";
    private const string Answer = "Because my cousin says so";
    private const string Garbage = "garbagevaluethatmeansnothing";

    private const string Webhook = "/api/stripe/webhook";

    private readonly CapturedLogs _logs = new();
    private readonly PortalFactory _site = new();

    private EmulatorServer _stripe = null!;

    public async ValueTask InitializeAsync()
    {
        _site.Replace = _logs.ListenTo;
        _stripe = await EmulatorServer.StartAsync(new EmulatorOptions { Clock = _site.Clock });
        (_site.Settings["Stripe:SecretKey"], _site.Settings["Stripe:WebhookSecret"], _site.Settings["Stripe:ApiBase"]) = (StripeKey, WebhookSecret, _stripe.ApiBase);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _stripe.DisposeAsync();
    }

    [Fact]
    public async Task Logs_OfAFullRun_NameNobodyAndOpenNoDoor()
    {
        var secrets = new List<string> { Email, "ada.fischer", WrongEmail, Postcode, Name, Message, Query, Garbage, StripeKey, WebhookSecret, Payer, PayersPostcode, Buyer, BuyersPostcode, Label, Answer };
        await LookUpAsync(secrets);
        await ReturnAsync(secrets);
        await WithdrawAsync(secrets);
        await HearFromStripeAsync(secrets);
        await UseTheApiAsync(secrets);
        await SendNonsenseAsync();
        await BreakTheDatabaseAsync();

        Assert.Contains(_logs.Lines, line => line.Contains("POST /{locale:locale}/orders", StringComparison.Ordinal));
        Assert.Contains(_logs.Lines, line => line.Contains("POST /api/stripe/webhook", StringComparison.Ordinal));
        Assert.Contains(_logs.Lines, line => line.Contains("POST /api/returns", StringComparison.Ordinal));
        Assert.Contains(_logs.Lines, line => line.Contains("no such table", StringComparison.Ordinal));
        Assert.Contains(_logs.Lines, line => line.StartsWith("Debug Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(_logs.Lines, line =>
            line.Contains(secret, StringComparison.OrdinalIgnoreCase) || line.Contains(Uri.EscapeDataString(secret), StringComparison.OrdinalIgnoreCase)));
    }

    private async Task LookUpAsync(List<string> secrets)
    {
        var visitor = new Visitor(_site.Client());
        var find = await visitor.OpenAsync("/en/orders");
        await visitor.SubmitAsync(find, ("number", "P-1001"), ("proof", WrongEmail));
        await visitor.SubmitAsync(find, ("number", "P-1001"), ("proof", Postcode));
        var (_, found) = await visitor.PostAsync(find, ("number", "P-1001"), ("proof", Email));
        Assert.Equal(HttpStatusCode.Redirect, found.StatusCode);
        KeepCookies(found, secrets);
    }

    private async Task ReturnAsync(List<string> secrets)
    {
        var shopper = new Visitor(await _site.ShopperOf("P-1003"));
        var order = await shopper.OpenAsync("/en/orders/P-1003");
        var ask = await shopper.OpenAsync("/en/orders/P-1003/ask?line=L1&reason=ChangedMind");
        KeepCookies(ask.Response, secrets);
        secrets.Add(ask.Value("__RequestVerificationToken")!);
        var status = await shopper.SubmitAsync(ask, ("message", Message));
        Assert.Contains(Message, status.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, order.Status);
    }

    private async Task WithdrawAsync(List<string> secrets)
    {
        var visitor = new Visitor(_site.Client());
        var confirm = await visitor.SubmitAsync(await visitor.OpenAsync("/en/withdraw"), ("name", Name), ("contract", "P-1001"), ("email", Email), ("step", "declare"));
        var done = await visitor.SubmitAsync(confirm, ("step", "confirm"));
        secrets.Add(done.Address.Split('/')[^1]);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Client.GetAsync(done.Link("/en/withdraw/"))).StatusCode);
    }

    // A Checkout order that is paid, refunded by hand, disputed; and senders that are not Stripe.
    private async Task HearFromStripeAsync(List<string> secrets)
    {
        var client = _site.Client();
        var emulator = _stripe.Emulator;
        emulator.Webhooks.SendTo(new Uri(client.BaseAddress!, Webhook), WebhookSecret, client);
        var (session, intent) = emulator.Checkout(new SessionPlan
        {
            Email = Payer, ShippingPostcode = PayersPostcode, BillingPostcode = PayersPostcode, Lines = [new SessionLine("Cup", 2, 1200)], Metadata = new Dictionary<string, string> { ["order_number"] = "S-1" },
        });
        emulator.Complete(session);
        await ApplyAsync();
        emulator.RefundInDashboard(intent, 100);
        emulator.Dispute(intent);
        await ApplyAsync();
        Assert.Equal(Payer, await _site.In(services => services.GetRequiredService<PortalDbContext>().Orders.Where(order => order.Number == "S-1").Select(order => order.Email).SingleAsync()));
        Assert.Equal(1, await _site.In(services => services.GetRequiredService<PortalDbContext>().Refunds.CountAsync(refund => refund.Amount == 100)));

        var forged = $$"""{"id":"evt_{{Garbage}}","type":"refund.updated","data":{"object":{"id":"{{Garbage}}","receipt_email":"{{Payer}}"} } }""";
        foreach (var signature in new[] { Garbage, Webhooks.Sign(forged, Garbage, _site.Clock.GetUtcNow()), Webhooks.Sign(forged, WebhookSecret, _site.Clock.GetUtcNow().AddDays(-1)) })
        {
            secrets.Add(signature);
            using var request = new HttpRequestMessage(HttpMethod.Post, Webhook) { Content = new StringContent(forged, Encoding.UTF8, "application/json") };
            request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
            Assert.Equal(HttpStatusCode.BadRequest, (await client.SendAsync(request)).StatusCode);
        }

        async Task ApplyAsync()
        {
            await emulator.Webhooks.DeliverAsync();
            await _site.In(async services =>
            {
                while (await services.GetRequiredService<StripeEvents>().ApplyNextAsync())
                {
                    // Until nothing is due.
                }

                return true;
            });
        }
    }

    private async Task UseTheApiAsync(List<string> secrets)
    {
        var key = (await _site.In(services => services.GetRequiredService<ApiKeys>().CreateAsync("shop")))!;
        secrets.Add(key);
        var client = _site.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        var order = ApiSite.Order();
        (order["email"], order["deliveryPostcode"], order["billingPostcode"], order["payments"]![0]!["label"]) = (Buyer, BuyersPostcode, BuyersPostcode, Label);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(HttpMethod.Put, "/api/orders/A-1", order)).Status);
        order["deliveryPostcode"] = Garbage + new string('x', 5000);
        Assert.InRange((int)(await SendAsync(HttpMethod.Put, "/api/orders/A-1", order)).Status, 400, 499);
        Assert.InRange((int)(await ApiSite.SendAsync(client, HttpMethod.Put, "/api/orders/A-1", Encoding.UTF8.GetBytes($"{{\"email\":\"{Buyer}\", {Garbage}"))).Status, 400, 499);
        var quoted = await SendAsync(HttpMethod.Post, "/api/returns/quote", ApiSite.Return("A-1", reason: "ChangedMind", quantity: 2, shipment: "SendBack"));
        Assert.Equal(HttpStatusCode.OK, quoted.Status);
        var opened = await SendAsync(
            HttpMethod.Post, "/api/returns", ApiSite.Return("A-1", reason: "ChangedMind", quantity: 2, shipment: "SendBack", planHash: quoted.Json.GetProperty("plan").GetProperty("hash").GetString()), ("Idempotency-Key", Garbage));
        Assert.Equal(HttpStatusCode.Created, opened.Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/api/returns/{opened.Text("rma")}")).StatusCode);
        Assert.InRange((int)(await SendAsync(HttpMethod.Post, $"/api/returns/{opened.Text("rma")}/review", new JsonObject { ["decision"] = "refuse", ["reason"] = Answer })).Status, 200, 499);
        client.DefaultRequestHeaders.Authorization = new("Bearer", Garbage);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/returns")).StatusCode);

        Task<ApiReply> SendAsync(HttpMethod method, string address, JsonObject body, params (string Name, string Value)[] headers) =>
            ApiSite.SendAsync(client, method, address, Encoding.UTF8.GetBytes(body.ToJsonString()), headers);
    }

    private async Task SendNonsenseAsync()
    {
        var client = _site.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"{OrderSession.Cookie}={Garbage}; portal-form={Garbage}");
        foreach (var address in new[]
        {
            $"/en/search?q={Query}", $"/api/search?q={Query}&limit={Garbage}", $"/api/suggest?q={Query}", $"/en/search?type={Garbage}&page={Garbage}",
            $"/en/orders/{Garbage}", $"/en/orders/P-1001?key={Garbage}", $"/en/returns/{Garbage}?key={Garbage}", $"/en/withdraw/{Garbage}", $"/{Garbage}",
            $"/media/{Garbage}.svg", $"/en/help/{Garbage}/{Garbage}.md", $"/en/orders/P-1001/return/{Garbage}/items",
        })
        {
            Assert.InRange((int)(await client.GetAsync(address)).StatusCode, 200, 499);
        }

        using var garbled = new StringContent($"{{\"{Garbage}\": ", System.Text.Encoding.UTF8, "application/json");
        Assert.InRange((int)(await client.PostAsync("/en/orders", garbled)).StatusCode, 200, 499);
        using var unguarded = new FormUrlEncodedContent([new("message", Message), new("__RequestVerificationToken", Garbage)]);
        Assert.InRange((int)(await (await _site.ShopperOf("P-1003")).PostAsync("/en/orders/P-1003/ask?line=L1", unguarded)).StatusCode, 400, 499);
        using var elsewhere = new HttpRequestMessage(new HttpMethod(Garbage), $"/en?q={Query}");
        elsewhere.Headers.TryAddWithoutValidation("Referer", $"https://{Garbage}.example/");
        elsewhere.Headers.UserAgent.ParseAdd(Garbage);
        await client.SendAsync(elsewhere);
    }

    private async Task BreakTheDatabaseAsync()
    {
        var visitor = new Visitor(_site.Client());
        var find = await visitor.OpenAsync("/en/orders");
        var withdraw = await visitor.SubmitAsync(await visitor.OpenAsync("/en/withdraw"), ("name", Name), ("contract", "P-1001"), ("email", Email), ("step", "declare"));
        await _site.In(services => services.GetRequiredService<PortalDbContext>().Database.ExecuteSqlAsync($"""ALTER TABLE "Throttles" RENAME TO "ThrottlesGone" """));
        await _site.In(services => services.GetRequiredService<PortalDbContext>().Database.ExecuteSqlAsync($"""ALTER TABLE "Withdrawals" RENAME TO "WithdrawalsGone" """));
        Assert.Equal(HttpStatusCode.InternalServerError, (await visitor.PostAsync(find, ("number", "P-1001"), ("proof", Email))).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await visitor.PostAsync(withdraw, ("step", "confirm"))).Answer.StatusCode);
    }

    private static void KeepCookies(HttpResponseMessage answer, List<string> secrets)
    {
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var values) ? values.Select(cookie => cookie.Split(';')[0].Split('=', 2)[1]).Where(value => value.Length > 0).ToList() : [];
        Assert.NotEmpty(cookies);
        secrets.AddRange(cookies);
    }
}
