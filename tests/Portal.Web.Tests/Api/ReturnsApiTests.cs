using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.Web.Api;
using Portal.Web.Data;
using Portal.Web.Operations;

namespace Portal.Web.Tests.Api;

/// <summary>Quotes, cases and reviews over HTTP.</summary>
public sealed class ReturnsApiTests(ApiSite api) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task Quote_TwoLines_GivesVerdictsOptionsAndExactAmounts()
    {
        await api.PutOrderAsync("X-3001");
        var body = ApiSite.Return("x-3001", quantity: 2);
        body["lines"]!.AsArray().Add(new JsonObject { ["line"] = "B", ["quantity"] = 1, ["reason"] = "changedmind" });
        var reply = await QuoteAsync(body);
        Assert.Equal(("X-3001", "EUR", "en"), (reply.Text("orderNumber"), reply.Text("currency"), reply.Text("locale")));
        var (mugs, linen) = (reply.Json.GetProperty("lines")[0], reply.Json.GetProperty("lines")[1]);
        Assert.Equal(("Claim", "Approved"), (mugs.GetProperty("kind").GetString(), mugs.GetProperty("verdict").GetString()));
        Assert.Equal("Keep", mugs.GetProperty("options")[0].GetProperty("shipment").GetString());
        Assert.Equal("2027-01-31", linen.GetProperty("deadline").GetString());
        var plan = reply.Json.GetProperty("plan");
        var amounts = reply.Json.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("options")[0].GetProperty("amount").GetInt64()).ToList();
        Assert.Equal(amounts.Sum(), plan.GetProperty("total").GetInt64());
        Assert.Equal(amounts[0], plan.GetProperty("atOnce").GetInt64());
        Assert.Equal(amounts.Sum(), plan.GetProperty("payments").EnumerateArray().Sum(payment => payment.GetProperty("amount").GetInt64()));
        Assert.Equal(amounts.Sum(), plan.GetProperty("items").EnumerateArray().Sum(item => item.GetProperty("amount").GetInt64()));
    }

    [Theory]
    [InlineData("de", "Erstattung")]
    [InlineData("fr;q=1, en;q=0.5", "Remboursement")]
    [InlineData("pt;q=1, en;q=0.5", "Refund")]
    public async Task Quote_Texts_AreInTheLanguageAskedFor(string language, string word)
    {
        await api.PutOrderAsync("X-3002");
        var reply = await QuoteAsync(ApiSite.Return("X-3002"), ("Accept-Language", language));
        Assert.Contains(word, reply.Json.GetProperty("lines")[0].GetProperty("options")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(language[..2] is "pt" ? "en" : language[..2], Assert.Single(reply.Response.Content.Headers.ContentLanguage));
    }

    [Fact]
    public async Task Quote_Refusal_SaysWhyAndWhatInstead()
    {
        var body = ApiSite.Return("P-1003", "L1", "ChangedMind");
        var line = (await QuoteAsync(body)).Json.GetProperty("lines")[0];
        Assert.Equal(("Refused", "final-sale", "Claim"), (line.GetProperty("verdict").GetString(), line.GetProperty("reasons")[0].GetProperty("key").GetString(), line.GetProperty("alternative").GetProperty("kind").GetString()));
        Assert.True(line.GetProperty("reasons")[0].GetProperty("text").GetString()!.Length > 10);
        Assert.Equal(0, line.GetProperty("options").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, (await QuoteAsync(body)).Json.GetProperty("plan").ValueKind);
    }

    [Fact]
    public async Task Quote_Any_WritesNothing()
    {
        await api.PutOrderAsync("X-3003");
        api.Site.Sent.Take();
        await QuoteAsync(ApiSite.Return("X-3003"));
        await QuoteAsync(ApiSite.Return("X-3003", shipment: "Keep"));
        var sent = api.Site.Sent.Take();
        Assert.NotEmpty(sent);
        Assert.DoesNotContain(sent, text => text.Contains("INSERT", StringComparison.OrdinalIgnoreCase) || text.Contains("UPDATE", StringComparison.OrdinalIgnoreCase) || text.Contains("DELETE", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("{\"orderNumber\":\"X-3004\",\"lines\":[{\"line\":\"Z\",\"quantity\":1,\"reason\":\"Damaged\"}]}", "$.lines[0].line")]
    [InlineData("{\"orderNumber\":\"X-3004\",\"lines\":[{\"line\":\"A\",\"quantity\":5,\"reason\":\"Damaged\"}]}", "$.lines[0].quantity")]
    [InlineData("{\"orderNumber\":\"X-3004\",\"lines\":[{\"line\":\"A\",\"quantity\":0,\"reason\":\"Damaged\"}]}", "$.lines[0].quantity")]
    [InlineData("{\"orderNumber\":\"X-3004\",\"lines\":[{\"line\":\"A\",\"quantity\":1,\"reason\":\"Bored\"}]}", "$.lines[0].reason")]
    [InlineData("{\"orderNumber\":\"X-3004\",\"lines\":[{\"line\":\"A\",\"quantity\":1,\"reason\":\"1\"}]}", "$.lines[0].reason")]
    [InlineData("{\"orderNumber\":\"X-3004\",\"lines\":[{\"line\":\"A\",\"quantity\":1,\"reason\":\"Damaged\"},{\"line\":\"A\",\"quantity\":1,\"reason\":\"Late\"}]}", "$.lines[1].line")]
    [InlineData("{\"orderNumber\":\"X-3004\",\"lines\":[{\"line\":\"A\",\"quantity\":1,\"reason\":\"Damaged\",\"shipment\":\"Keep\"}]}", "$.lines[0].shipment")]
    [InlineData("{\"orderNumber\":\"X-3004\",\"lines\":[{\"line\":\"A\",\"quantity\":1,\"reason\":\"ChangedMind\",\"resolution\":\"Refund\",\"shipment\":\"Keep\"}]}", "$.lines[0].shipment")]
    [InlineData("{\"orderNumber\":\"X-3004\",\"lines\":[]}", "$.lines")]
    [InlineData("{\"orderNumber\":\"X-3004\"}", "$.lines")]
    [InlineData("{\"orderNumber\":7,\"lines\":[{\"line\":\"A\",\"quantity\":1,\"reason\":\"Damaged\"}]}", "$.orderNumber")]
    [InlineData("[]", "$")]
    public async Task Quote_FaultyBody_IsToldByItsPath(string body, string path)
    {
        await api.PutOrderAsync("X-3004");
        var reply = await api.SendAsync(HttpMethod.Post, "/api/returns/quote", JsonNode.Parse(body)!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Contains(path, reply.Paths);
    }

    [Fact]
    public async Task Quote_UnknownOrder_IsNotFound()
    {
        var reply = await api.SendAsync(HttpMethod.Post, "/api/returns/quote", ApiSite.Return("X-9999"));
        Assert.Equal((HttpStatusCode.NotFound, "unknown-order"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Open_ConfirmedPlan_OpensTheCaseInTheOrdersLanguage()
    {
        await api.PutOrderAsync("X-3005");
        var hash = await api.PlanHashAsync(ApiSite.Return("X-3005", shipment: "Keep"));
        var reply = await api.OpenAsync(ApiSite.Return("X-3005", shipment: "Keep", planHash: hash));
        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.Equal(("Open", "Kept", "Planned", "de", "X-3005"), (reply.Text("state"), reply.Text("goods"), reply.Text("money"), reply.Text("locale"), reply.Text("orderNumber")));
        Assert.Equal($"/de/returns/{reply.Text("rma")}", reply.Text("url"));
        Assert.Equal($"/api/returns/{reply.Text("rma")}", reply.Response.Headers.Location?.OriginalString);
        Assert.Equal(reply.Json.GetProperty("total").GetInt64(), reply.Json.GetProperty("refunds").EnumerateArray().Sum(refund => refund.GetProperty("amount").GetInt64()));
        var found = await api.GetAsync(reply.Response.Headers.Location!.OriginalString);
        Assert.Equal(reply.Json.ToString(), found.Json.ToString());
    }

    [Fact]
    public async Task Open_WithoutAnIdempotencyKey_IsRefused()
    {
        var reply = await api.SendAsync(HttpMethod.Post, "/api/returns", ApiSite.Return("X-3005", shipment: "Keep", planHash: "x"));
        Assert.Equal((HttpStatusCode.BadRequest, "idempotency-key-missing"), (reply.Status, reply.Code));
        Assert.Equal("idempotency-key-missing", (await api.OpenAsync(ApiSite.Return("X-3005", shipment: "Keep", planHash: "x"), new string('k', 256))).Code);
    }

    [Fact]
    public async Task Open_SameKeyAndBody_GetsTheSameAnswerWhateverHappensMeanwhile()
    {
        await api.PutOrderAsync("X-3006");
        var body = ApiSite.Return("X-3006", shipment: "Keep", planHash: await api.PlanHashAsync(ApiSite.Return("X-3006", shipment: "Keep")));
        var first = await api.OpenAsync(body, "key-3006");
        await api.DatabaseAsync(database => database.Cases.Where(row => row.Rma == first.Text("rma")).ExecuteUpdateAsync(set => set.SetProperty(row => row.Total, 1)));
        var again = await api.OpenAsync(body, "key-3006");
        Assert.Equal((HttpStatusCode.Created, first.Json.ToString()), (again.Status, again.Json.ToString()));
        Assert.Equal(first.Response.Headers.Location, again.Response.Headers.Location);
        Assert.Equal(1, await CasesAsync("X-3006"));

        // Another program's key of the same name is another call.
        var stranger = await ApiSite.SendAsync(await api.ClientAsync("stranger"), HttpMethod.Post, "/api/returns", Encoding.UTF8.GetBytes(body.ToJsonString()), ("Idempotency-Key", "key-3006"));
        Assert.Equal((HttpStatusCode.Conflict, "plan-changed"), (stranger.Status, stranger.Code));
    }

    [Fact]
    public async Task Open_SameKeyOtherBody_IsRefused()
    {
        await api.PutOrderAsync("X-3007");
        var hash = await api.PlanHashAsync(ApiSite.Return("X-3007", shipment: "Keep"));
        await api.OpenAsync(ApiSite.Return("X-3007", shipment: "Keep", planHash: hash), "key-3007");
        var other = await api.OpenAsync(ApiSite.Return("X-3007", quantity: 2, shipment: "Keep", planHash: hash), "key-3007");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency-key-reused"), (other.Status, other.Code));
        Assert.Equal(1, await CasesAsync("X-3007"));
    }

    [Fact]
    public async Task Open_AnswerForgotten_FindsItsCaseAgain()
    {
        await api.PutOrderAsync("X-3008");
        var body = ApiSite.Return("X-3008", shipment: "Keep", planHash: await api.PlanHashAsync(ApiSite.Return("X-3008", shipment: "Keep")));
        var first = await api.OpenAsync(body, "key-3008");

        // As if the person had been forgotten, or a week had gone by.
        api.Site.Sent.Take();
        await api.DatabaseAsync(database => database.ApiCalls.ExecuteDeleteAsync());
        Assert.Equal(first.Text("rma"), (await api.OpenAsync(body, "key-3008")).Text("rma"));
        Assert.Equal(1, await CasesAsync("X-3008"));
    }

    [Fact]
    public async Task Open_SameKeyThirtyTimesAtOnce_OpensOneCaseWithOneAnswer()
    {
        await api.PutOrderAsync("X-3009");
        var body = ApiSite.Return("X-3009", shipment: "Keep", planHash: await api.PlanHashAsync(ApiSite.Return("X-3009", shipment: "Keep")));
        var replies = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => api.OpenAsync(body, "key-3009"))));
        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.Created, reply.Status));
        Assert.Single(replies.Select(reply => reply.Json.ToString()).Distinct(StringComparer.Ordinal));
        Assert.Equal(1, await CasesAsync("X-3009"));
    }

    [Fact]
    public async Task Open_OtherPlan_IsAConflictThatQuotesAnew()
    {
        await api.PutOrderAsync("X-3010");
        var stale = await api.OpenAsync(ApiSite.Return("X-3010", shipment: "Keep", planHash: "0000"), "key-3010");
        Assert.Equal((HttpStatusCode.Conflict, "plan-changed"), (stale.Status, stale.Code));
        var hash = stale.Json.GetProperty("quote").GetProperty("plan").GetProperty("hash").GetString();
        Assert.Equal("plan-changed", (await api.OpenAsync(ApiSite.Return("X-3010", shipment: "Keep", planHash: "0000"), "key-3010")).Code);
        Assert.Equal(HttpStatusCode.Created, (await api.OpenAsync(ApiSite.Return("X-3010", shipment: "Keep", planHash: hash), "key-3010-b")).Status);
    }

    [Fact]
    public async Task Open_PiecesOfAnotherCase_IsAConflictThatNamesIt()
    {
        var rma = await api.OpenedAsync("X-3011", "B");
        var taken = await api.OpenAsync(ApiSite.Return("X-3011", "B", shipment: "Keep", planHash: "0000"));
        Assert.Equal((HttpStatusCode.Conflict, "units-taken", rma), (taken.Status, taken.Code, taken.Text("rma")));
    }

    [Theory]
    [InlineData("P-1003", "L1", "ChangedMind", "SendBack", "not-granted")]
    [InlineData("P-1002", "L1", "ChangedMind", "Keep", "not-offered")]
    public async Task Open_WhatIsNotGrantedOrOffered_IsAConflict(string order, string line, string reason, string shipment, string code)
    {
        var reply = await api.OpenAsync(ApiSite.Return(order, line, reason, shipment: shipment, planHash: "0000"));
        Assert.Equal((HttpStatusCode.Conflict, code), (reply.Status, reply.Code));
        Assert.Equal(0, await CasesAsync(order));
    }

    [Fact]
    public async Task Open_FaultyBody_LeavesTheKeyForTheMendedOne()
    {
        await api.PutOrderAsync("X-3012");
        var faulty = await api.OpenAsync(ApiSite.Return("X-3012", quantity: 99, shipment: "Keep", planHash: "0"), "key-3012");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, faulty.Status);
        Assert.Equal("unknown-order", (await api.OpenAsync(ApiSite.Return("X-9999", shipment: "Keep", planHash: "0"), "key-3012")).Code);
        var hash = await api.PlanHashAsync(ApiSite.Return("X-3012", shipment: "Keep"));
        Assert.Equal(HttpStatusCode.Created, (await api.OpenAsync(ApiSite.Return("X-3012", shipment: "Keep", planHash: hash), "key-3012")).Status);
    }

    [Fact]
    public async Task List_Pages_ShowEveryCaseOnceNewestFirst()
    {
        var opened = new List<string>();
        for (var piece = 0; piece < 3; piece++)
        {
            opened.Add(await api.OpenedAsync("X-3013", "A", "Defective", shipment: "SendBack"));
        }

        opened.Add(await api.OpenedAsync("X-3013", "B", "Defective", shipment: "SendBack"));
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var slice = (await api.GetAsync($"/api/returns?order=x-3013&state=Open&limit=3{(cursor is null ? "" : "&cursor=" + cursor)}")).Json;
            seen.AddRange(slice.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("rma").GetString()!));
            cursor = slice.GetProperty("next").GetString();
        }
        while (cursor is not null);
        Assert.Equal(opened.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        Assert.Equal(0, (await api.GetAsync("/api/returns?order=X-3013&state=Refused")).Json.GetProperty("items").GetArrayLength());
        Assert.Equal(0, (await api.GetAsync("/api/returns?order=X-9999")).Json.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("state=7")]
    [InlineData("state=Lost")]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=many")]
    [InlineData("cursor=!!!")]
    [InlineData("cursor=AAAA")]
    [InlineData("cursor=OTIyMzM3MjAzNjg1NDc3NTgwNyBSLTAwMDAtMDAwMA")]
    public async Task List_FaultyQuery_IsTold(string query)
    {
        var reply = await api.GetAsync($"/api/returns?{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Equal([query.Split('=')[0]], reply.Paths);
    }

    [Theory]
    [InlineData("R-0000-0000")]
    [InlineData("nonsense")]
    public async Task Find_Unknown_IsNotFound(string rma) => Assert.Equal("unknown-case", (await api.GetAsync($"/api/returns/{rma}")).Code);

    [Fact]
    public async Task Review_ApproveAndRefuse_AreSaidToShopperAndProgram()
    {
        var hash = await api.PlanHashAsync(ApiSite.Return("P-1005", "L1", "ChangedMind", shipment: "SendBack"));
        var waiting = await api.OpenAsync(ApiSite.Return("P-1005", "L1", "ChangedMind", shipment: "SendBack", planHash: hash));
        Assert.Equal("NeedsReview", waiting.Text("state"));
        var address = $"/api/returns/{waiting.Text("rma")}/review";
        Assert.Contains("$.reason", (await api.SendAsync(HttpMethod.Post, address, JsonNode.Parse("""{"verdict":"refuse"}""")!)).Paths);
        Assert.Contains("$.verdict", (await api.SendAsync(HttpMethod.Post, address, JsonNode.Parse("""{"verdict":"maybe"}""")!)).Paths);
        Assert.Equal("shopper-chose", (await api.SendAsync(HttpMethod.Post, address, JsonNode.Parse("""{"verdict":"approve","shipment":"Keep"}""")!)).Code);
        var refused = await api.SendAsync(HttpMethod.Post, address, JsonNode.Parse("""{"verdict":"refuse","reason":"It is <b>scratched</b>.\nSorry."}""")!);
        Assert.Equal((HttpStatusCode.OK, "Refused", "It is <b>scratched</b>.\nSorry."), (refused.Status, refused.Text("state"), refused.Text("answer")));
        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync(HttpMethod.Post, address, JsonNode.Parse("""{"verdict":"refuse","reason":"Again."}""")!)).Status);
        Assert.Equal("not-waiting", (await api.SendAsync(HttpMethod.Post, address, JsonNode.Parse("""{"verdict":"approve"}""")!)).Code);
        var page = await new Visitor(await api.Site.ShopperOf("P-1005")).OpenAsync($"/en/returns/{waiting.Text("rma")}");
        Assert.Contains("It is <b>scratched</b>. Sorry.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Refused", page.Document.QuerySelector("[role=status]")!.TextContent.Trim());

        var second = await api.OpenedAsync("P-1005", "L1", "ChangedMind", shipment: "SendBack");
        var approved = await api.SendAsync(HttpMethod.Post, $"/api/returns/{second}/review", JsonNode.Parse("""{"verdict":"approve"}""")!);
        Assert.Equal(("Open", "Awaited"), (approved.Text("state"), approved.Text("goods")));
        Assert.Equal("unknown-case", (await api.SendAsync(HttpMethod.Post, "/api/returns/R-0000-0000/review", JsonNode.Parse("""{"verdict":"approve"}""")!)).Code);
    }

    [Fact]
    public async Task Forgotten_OrderAndItsCalls_HoldNoPersonAndStaySo()
    {
        var rma = await api.OpenedAsync("X-3014");
        await api.SendAsync(HttpMethod.Post, "/api/returns", ApiSite.Return("X-3014", shipment: "Keep", planHash: "0"), ("Idempotency-Key", "stale"));
        await api.DatabaseAsync(database => database.Cases.Where(opened => opened.Rma == rma).ExecuteUpdateAsync(set => set.SetProperty(opened => opened.State, CaseState.Closed).SetProperty(opened => opened.Answer, "Dear Kim")));
        await api.DatabaseAsync(database => database.Refunds.Where(refund => database.Cases.Any(opened => opened.Id == refund.CaseId && opened.Rma == rma)).ExecuteUpdateAsync(set => set.SetProperty(refund => refund.State, RefundState.Succeeded)));
        var told = await api.Site.In(async services =>
        {
            var forgetting = services.GetRequiredService<Forgetting>();
            await forgetting.ForgetAsync(await forgetting.PlanByOrderAsync("X-3014", default), default);
            return await services.GetRequiredService<PortalDbContext>().ApiCalls.AsNoTracking().Select(call => call.Answer).ToListAsync();
        });
        Assert.DoesNotContain(told, answer => answer.Contains("X-3014", StringComparison.Ordinal));
        Assert.Null(await api.DatabaseAsync(database => database.Cases.Where(opened => opened.Rma == rma).Select(opened => opened.Answer).SingleAsync()));
        var again = await api.PutOrderAsync("X-3014");
        Assert.Equal((HttpStatusCode.Conflict, "forgotten-order"), (again.Status, again.Code));
        Assert.Empty((await api.OrderAsync("X-3014"))!.Email);
    }

    [Fact]
    public async Task Quote_ForgottenOrders_AreNotOneShopper()
    {
        foreach (var number in new[] { "X-3015", "X-3016", "X-3017" })
        {
            await api.OpenedAsync(number);
        }

        await api.DatabaseAsync(database => database.Orders.Where(order => order.Number == "X-3015" || order.Number == "X-3016" || order.Number == "X-3017").ExecuteUpdateAsync(set => set.SetProperty(order => order.Email, "")));
        var options = (await QuoteAsync(ApiSite.Return("X-3017"))).Json.GetProperty("lines")[0].GetProperty("options");
        Assert.Equal("Keep", Assert.Single(options.EnumerateArray()).GetProperty("shipment").GetString());
    }

    [Fact]
    public async Task OldCalls_AreForgottenAfterAWeek()
    {
        await using var database = await new Data.SqliteDatabase().MigrateAsync();
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(PortalFactory.Start);
        await using var context = database.Open();
        await new ApiKeys(context, clock).CreateAsync("program");
        var key = (await new ApiKeys(context, clock).ListAsync())[0].Id;
        var calls = new ApiCalls(context, clock);
        var old = calls.Begin(key, "old", "{}"u8.ToArray());
        await calls.StoreAsync(old, 201, "{}");
        clock.Advance(TimeSpan.FromDays(6));
        var fresh = calls.Begin(key, "new", "{}"u8.ToArray());
        await calls.StoreAsync(fresh, 201, "{}");
        clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        await new OldApiCalls(context, clock).RunAsync(CancellationToken.None);
        Assert.Null(await calls.FindAsync(old));
        Assert.NotNull(await calls.FindAsync(fresh));
    }

    private async Task<ApiReply> QuoteAsync(JsonNode body, params (string Name, string Value)[] headers)
    {
        var reply = await api.SendAsync(HttpMethod.Post, "/api/returns/quote", body, headers);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        return reply;
    }

    private Task<int> CasesAsync(string number) =>
        api.DatabaseAsync(database => database.Cases.CountAsync(opened => database.Orders.Any(order => order.Id == opened.OrderId && order.Number == number)));
}
