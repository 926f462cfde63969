using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Portal.Web.Tests.Api;

/// <summary>Orders as a shop's system tells them.</summary>
public sealed class OrdersApiTests(ApiSite api) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task Put_NewOrder_IsStoredWholeAndFoundByItsShopper()
    {
        var reply = await api.PutOrderAsync("x 2001", ApiSite.Order());
        Assert.Equal((HttpStatusCode.Created, "X2001", 1, "Created"), (reply.Status, reply.Text("number"), reply.Json.GetProperty("version").GetInt32(), reply.Text("change")));
        Assert.Equal("\"v1\"", reply.Response.Headers.ETag!.Tag);
        var order = (await api.OrderAsync("X2001"))!;
        Assert.Equal(("kim.baum@example.com", "10115", "20095", Instant.FromUtc(2026, 11, 4, 8, 30)), (order.Email, order.DeliveryPostcode, order.BillingPostcode, order.PlacedAt));
        Assert.Equal([("A", 1, 4, 300L), ("B", 2, 1, 0L)], order.Lines.OrderBy(line => line.Position).Select(line => (line.LineId, line.Position, line.Quantity, line.Discount)));
        Assert.Equal([1, 2], order.Parcels.Select(parcel => parcel.Number).Order());
        Assert.Equal(7000, order.Payments.Sum(payment => payment.Captured));
        Assert.False(order.IsDemo);
        var shopper = api.Site.Client();
        var found = await shopper.PostAsync("/en/orders", new FormUrlEncodedContent(new Dictionary<string, string> { ["number"] = "X2001", ["proof"] = "10115" }));
        Assert.Equal("/en/orders/X2001", found.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await shopper.GetAsync("/en/orders/X2001")).StatusCode);
    }

    [Fact]
    public async Task Put_SameOrderAgain_ChangesNothing()
    {
        await api.PutOrderAsync("X-2002", ApiSite.Order());
        var rows = (await api.OrderAsync("X-2002"))!.Parcels.Select(parcel => parcel.Id).Order().ToList();
        var shuffled = ApiSite.Order();
        var payments = shuffled["payments"]!.AsArray();
        var first = payments[0]!;
        payments.RemoveAt(0);
        payments.Add(first);
        var again = await api.PutOrderAsync("X-2002", shuffled);
        Assert.Equal((HttpStatusCode.OK, 1, "Unchanged"), (again.Status, again.Json.GetProperty("version").GetInt32(), again.Text("change")));
        Assert.Equal(rows, (await api.OrderAsync("X-2002"))!.Parcels.Select(parcel => parcel.Id).Order());
    }

    [Fact]
    public async Task Put_ChangedOrder_ReplacesWhatChangedAndKeepsTheRowsOfWhatStays()
    {
        await api.PutOrderAsync("X-2003");
        var before = (await api.OrderAsync("X-2003"))!;
        var body = ApiSite.Order();
        var lines = body["lines"]!.AsArray();
        lines.RemoveAt(1);
        lines.Add(JsonNode.Parse("""{ "id": "C", "sku": "TEA-2", "title": "Tee", "quantity": 2, "unitPrice": 1255, "tags": [] }"""));
        body["parcels"] = new JsonArray();
        body["payments"]![0]!["label"] = "Visa •••• 1111";
        var reply = await api.PutOrderAsync("X-2003", body);
        Assert.Equal((HttpStatusCode.OK, 2, "Changed"), (reply.Status, reply.Json.GetProperty("version").GetInt32(), reply.Text("change")));
        var after = (await api.OrderAsync("X-2003"))!;
        Assert.Equal(["A", "C"], after.Lines.OrderBy(line => line.Position).Select(line => line.LineId));
        Assert.Equal(before.Lines.Single(line => line.LineId == "A").Id, after.Lines.Single(line => line.LineId == "A").Id);
        Assert.Equal(before.Payments.Select(payment => payment.Id).Order(), after.Payments.Select(payment => payment.Id).Order());
        Assert.Empty(after.Parcels);
        Assert.Contains(after.Payments, payment => payment.Label == "Visa •••• 1111");
    }

    [Fact]
    public async Task Put_IfMatch_ChangesOnlyThatVersion()
    {
        Assert.Equal("other-version", (await api.PutOrderAsync("X-2004", null, ("If-Match", "\"v1\""))).Code);
        await api.PutOrderAsync("X-2004");
        var body = ApiSite.Order();
        body["channel"] = "shop";
        Assert.Equal(HttpStatusCode.OK, (await api.PutOrderAsync("X-2004", body, ("If-Match", "\"v1\""))).Status);
        body["channel"] = "phone";
        foreach (var stale in new[] { "\"v1\"", "\"v99999999999\"", "W/\"v2\"", "\"2\"", "nonsense" })
        {
            var reply = await api.PutOrderAsync("X-2004", body, ("If-Match", stale));
            Assert.Equal((HttpStatusCode.PreconditionFailed, "other-version"), (reply.Status, reply.Code));
        }

        Assert.Equal("shop", (await api.OrderAsync("X-2004"))!.Channel);
        Assert.Equal(HttpStatusCode.OK, (await api.PutOrderAsync("X-2004", body, ("If-Match", "*"))).Status);
    }

    [Fact]
    public async Task Put_DemoOrder_IsRefused()
    {
        var reply = await api.PutOrderAsync("P-1001");
        Assert.Equal((HttpStatusCode.Conflict, "demo-order"), (reply.Status, reply.Code));
        Assert.True((await api.OrderAsync("P-1001"))!.IsDemo);
    }

    [Theory]
    [InlineData("market", "\"ZZ\"", "$.market")]
    [InlineData("currency", "\"EURO\"", "$.currency")]
    [InlineData("locale", "\"de-DE-x\"", "$.locale")]
    [InlineData("email", "\"nobody\"", "$.email")]
    [InlineData("email", "null", "$.email")]
    [InlineData("placedAt", "\"2026-11-04\"", "$.placedAt")]
    [InlineData("placedAt", "\"2026-11-04T10:00:00\"", "$.placedAt")]
    [InlineData("placedAt", "\"2027-11-04T10:00:00Z\"", "$.placedAt")]
    [InlineData("placedAt", "\"0001-01-01T00:00:00+18:00\"", "$.placedAt")]
    [InlineData("discount", "-1", "$.discount")]
    [InlineData("discount", "1.5", "$.discount")]
    [InlineData("discount", "\"500\"", "$.discount")]
    [InlineData("discount", "9223372036854775808", "$.discount")]
    [InlineData("discount", "1e2", "$.discount")]
    [InlineData("shipping", "491", "$.payments")]
    [InlineData("shippingTax", "1", "$.shippingTax")]
    [InlineData("colour", "\"red\"", "$['colour']")]
    [InlineData("lines", "[]", "$.lines")]
    [InlineData("lines", "{}", "$.lines")]
    [InlineData("payments", "[]", "$.payments")]
    [InlineData("tags", "[\"a\", \"a\"]", "$.tags[1]")]
    [InlineData("isGift", "\"no\"", "$.isGift")]
    [InlineData("deliveryPostcode", "\"---\"", "$.deliveryPostcode")]
    [InlineData("number", "\"X-1\"", "$.number")]
    [InlineData("channel", "\"a\\u0000b\"", "$.channel")]
    public async Task Put_FaultyMember_IsToldByItsPath(string member, string value, string path)
    {
        var body = ApiSite.Order();
        body[member] = JsonNode.Parse(value);
        await AssertFaultyAsync(body, path);
    }

    [Theory]
    [InlineData("lines", 0, "id", "\"B\"", "$.lines[1].id")]
    [InlineData("lines", 0, "id", "\"a b\"", "$.lines[0].id")]
    [InlineData("lines", 0, "quantity", "0", "$.lines[0].quantity")]
    [InlineData("lines", 0, "quantity", "1001", "$.lines[0].quantity")]
    [InlineData("lines", 0, "quantity", "3", "$.parcels[1].items[1].quantity")]
    [InlineData("lines", 0, "unitPrice", "-1200", "$.lines[0].unitPrice")]
    [InlineData("lines", 0, "discount", "4801", "$.lines[0].discount")]
    [InlineData("lines", 0, "title", "\"\"", "$.lines[0].title")]
    [InlineData("lines", 0, "title", "12", "$.lines[0].title")]
    [InlineData("lines", 0, "price", "12", "$.lines[0]['price']")]
    [InlineData("parcels", 0, "items", "[{\"line\":\"Z\",\"quantity\":1}]", "$.parcels[0].items[0].line")]
    [InlineData("parcels", 0, "items", "[{\"line\":\"A\",\"quantity\":1},{\"line\":\"A\",\"quantity\":1}]", "$.parcels[0].items[1].line")]
    [InlineData("parcels", 0, "deliveredAt", "\"2026-11-01T00:00:00Z\"", "$.parcels[0].deliveredAt")]
    [InlineData("parcels", 0, "deliveredAt", "\"2026-11-19T00:00:00Z\"", "$.parcels[0].deliveredAt")]
    [InlineData("parcels", 0, "expectedOn", "\"2026-02-30\"", "$.parcels[0].expectedOn")]
    [InlineData("parcels", 0, "trackingUrl", "\"javascript:alert(1)\"", "$.parcels[0].trackingUrl")]
    [InlineData("payments", 0, "provider", "\"Moneybags\"", "$.payments[0].provider")]
    [InlineData("payments", 0, "captured", "5999", "$.payments")]
    [InlineData("payments", 0, "captured", "0", "$.payments[0].captured")]
    [InlineData("payments", 0, "step", "7", "$.payments[0].step")]
    [InlineData("payments", 0, "step", "1000", "$.payments[0].step")]
    [InlineData("payments", 0, "label", "\"4242 4242 4242 4242\"", "$.payments[0].label")]
    public async Task Put_FaultyPart_IsToldByItsPath(string list, int index, string member, string value, string path)
    {
        var body = ApiSite.Order();
        body[list]![index]![member] = JsonNode.Parse(value);
        await AssertFaultyAsync(body, path);
    }

    [Fact]
    public async Task Put_ManyFaults_TellsThemAllAtOnce()
    {
        var body = ApiSite.Order();
        body["market"] = "ZZ";
        body["lines"]![1]!["unitPrice"] = -1;
        body["payments"]![0]!["step"] = "one";
        body.Remove("email");
        var reply = await api.PutOrderAsync("X-2005", body);
        Assert.Equal(["$.email", "$.lines[1].unitPrice", "$.market", "$.payments[0].step"], reply.Paths.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"market\":\"DE\",}")]
    [InlineData("{\"market\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":1}")]
    [InlineData("// no\n{}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]")]
    [InlineData("{} {}")]
    public async Task Put_NoJson_IsToldWithItsPlace(string text)
    {
        var reply = await ApiSite.SendAsync(api.Client, HttpMethod.Put, "/api/orders/X-2006", Encoding.UTF8.GetBytes(text));
        Assert.Equal((HttpStatusCode.BadRequest, "unreadable"), (reply.Status, reply.Code));
        Assert.Matches(@"Line \d+, column \d+|at byte \d+", reply.Text("detail"));
        Assert.Null(await api.OrderAsync("X-2006"));
    }

    [Fact]
    public async Task Put_MemberTwice_IsTold()
    {
        var reply = await ApiSite.SendAsync(api.Client, HttpMethod.Put, "/api/orders/X-2006", "{\"market\":\"DE\",\"market\":\"GB\"}"u8.ToArray());
        Assert.Equal((HttpStatusCode.BadRequest, "unreadable"), (reply.Status, reply.Code));
        Assert.Contains("market", reply.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_TooBig_IsRefused()
    {
        var body = ApiSite.Order();
        body["channel"] = new string('x', 300_000);
        var reply = await api.PutOrderAsync("X-2007", body);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too-big"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Put_OtherContentType_IsRefused()
    {
        var answer = await api.Client.PutAsync("/api/orders/X-2008", new StringContent(ApiSite.Order().ToJsonString(), Encoding.UTF8, "text/plain"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    // Two numbers that differ in what normalizing drops must not become one order.
    [Theory]
    [InlineData("X_2009")]
    [InlineData("X.2009")]
    [InlineData("X%2F2009")]
    [InlineData("%E2%80%94%F0%9F%98%80")]
    [InlineData("X-200000000000000000000000000000000000000000000000000000009")]
    public async Task Put_NumberThatWouldLoseCharacters_IsRefused(string number)
    {
        var reply = await api.PutOrderAsync(number);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Equal(["number"], reply.Paths);
    }

    // Kuwait's cards cannot carry the third decimal.
    [Theory]
    [InlineData(1, HttpStatusCode.UnprocessableEntity)]
    [InlineData(10, HttpStatusCode.Created)]
    public async Task Put_CardInThreeDecimals_NeedsAStepOfTen(int step, HttpStatusCode expected)
    {
        var body = ApiSite.Order();
        (body["market"], body["currency"], body["locale"]) = ("KW", "KWD", "en");
        body["payments"]![0]!["step"] = step;
        Assert.Equal(expected, (await api.PutOrderAsync("X-2010", body)).Status);
    }

    [Fact]
    public async Task Put_TaxOnTop_IsPartOfTheSum()
    {
        var body = ApiSite.Order();
        (body["market"], body["currency"], body["taxIncluded"], body["shippingTax"]) = ("US", "USD", false, 40);
        body["payments"]![0]!["captured"] = 6000 + 718 + 40;
        Assert.Equal(HttpStatusCode.Created, (await api.PutOrderAsync("X-2011", body)).Status);
    }

    [Fact]
    public async Task Put_AfterAReturn_KeepsWhatWasDecided()
    {
        var rma = await api.OpenedAsync("X-2012", quantity: 2);
        await AssertContradictsAsync("X-2012", "$.lines[0].quantity", rma, body => (body["lines"]![0]!["quantity"], body["lines"]![1]!["unitPrice"], body["parcels"]) = (1, 2510 + 3600, new JsonArray()));
        await AssertContradictsAsync("X-2012", "$.lines", rma, body =>
        {
            body["lines"]!.AsArray().RemoveAt(0);
            (body["lines"]![0]!["unitPrice"], body["parcels"]) = (2510 + 4500, new JsonArray());
        });
        await AssertContradictsAsync("X-2012", "$.lines[0]", rma, body => (body["lines"]![0]!["unitPrice"], body["lines"]![1]!["unitPrice"]) = (1100, 2910));
        await AssertContradictsAsync("X-2012", "$.payments", "pay-1", body => body["payments"]![0]!["reference"] = "pay-2");
        await AssertContradictsAsync("X-2012", "$.currency", "EUR", body => body["currency"] = "GBP");
        Assert.Equal(1, (await api.OrderAsync("X-2012"))!.Version);

        var title = ApiSite.Order();
        title["lines"]![0]!["title"] = "Großer Becher";
        Assert.Equal("Changed", (await api.PutOrderAsync("X-2012", title)).Text("change"));
        Assert.Equal(rma, (await api.GetAsync($"/api/returns/{rma}")).Text("rma"));
    }

    [Fact]
    public async Task Put_SameNumberTwentyTimesAtOnce_StoresOneOrder()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() =>
        {
            var body = ApiSite.Order();
            body["channel"] = $"channel-{number}";
            return api.PutOrderAsync("X-2013", body);
        })));
        Assert.Single(replies, reply => reply.Status == HttpStatusCode.Created);
        Assert.Equal(Enumerable.Range(1, 20), replies.Select(reply => reply.Json.GetProperty("version").GetInt32()).Order());
        var order = (await api.OrderAsync("X-2013"))!;
        Assert.Equal((20, 2, 2, 2), (order.Version, order.Lines.Count, order.Parcels.Count, order.Payments.Count));
        Assert.Equal(1, await api.DatabaseAsync(database => database.Orders.CountAsync(row => row.Number == "X-2013")));
    }

    private async Task AssertFaultyAsync(JsonObject body, string path)
    {
        var reply = await api.PutOrderAsync("X-2000", body);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "faulty"), (reply.Status, reply.Code));
        Assert.Contains(path, reply.Paths);
        Assert.Null(await api.OrderAsync("X-2000"));
    }

    private async Task AssertContradictsAsync(string number, string path, string named, Action<JsonObject> change)
    {
        var body = ApiSite.Order();
        change(body);
        var reply = await api.PutOrderAsync(number, body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Equal([path], reply.Paths);
        Assert.Contains(named, reply.Json.GetProperty("errors").GetProperty(path)[0].GetString(), StringComparison.Ordinal);
    }
}
