using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Returns.Decisions;
using Portal.Web.Api;
using Portal.Web.Cases;
using Portal.Web.Notifications;

namespace Portal.Benchmarks;

/// <summary>
/// Cases opened a second over HTTP, each of them durable, against bare EF Core inserts of the same rows by as many clients. Wanted: at least half.
/// The goods are to be sent back, so that nothing but the opening is measured: a refund that is paid at once is work of the worker's, on the same cores.
/// </summary>
internal static class CasesBenchmark
{
    private const int Rounds = 7;

    private const int CasesOfRound = 500;

    private const int Clients = 8;

    // The first rounds warm up and are not counted.
    private const int Warming = 2;

    private const int Cases = CasesOfRound * (Warming + Rounds);

    public static async Task RunAsync()
    {
        await foreach (var database in BenchDatabase.EachAsync())
        {
            await using (database)
            {
                await BenchShop.StockAsync(database, 1, Cases * 2);
                await using var site = await SiteProcess.StartAsync(database);
                using var client = new HttpClient { BaseAddress = site.Address };
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await site.NewKeyAsync());
                Console.WriteLine(await CompareAsync(database, client));
            }
        }
    }

    // In turns, so that a machine that grows slower or faster meanwhile is as slow or fast for both.
    private static async Task<string> CompareAsync(BenchDatabase database, HttpClient client)
    {
        var asked = await AskAsync(client);
        await OpenAsync(client, asked[0]);
        var insert = await InsertAsync(database);
        var (opened, bare) = (new List<Measured>(), new List<Measured>());
        for (var round = 0; round < Warming + Rounds; round++)
        {
            // One case was opened already, to look at.
            opened.Add(await Load.RunAsync(Clients, asked[Math.Max(1, round * CasesOfRound)..((round + 1) * CasesOfRound)], body => OpenAsync(client, body)));
            bare.Add(await Load.RunAsync(Clients, Enumerable.Range(round * CasesOfRound, CasesOfRound).ToList(), insert));
        }

        var ratios = opened.Zip(bare, (mine, other) => mine.PerSecond / other.PerSecond).Skip(Warming).Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"cases, {database.Name}: {Median(opened, round => round.PerSecond):0}/s over HTTP (p99 {Median(opened, round => round.P99):0.0} ms), bare inserts {Median(bare, round => round.PerSecond):0}/s (p99 {Median(bare, round => round.P99):0.0} ms), {Clients} clients; ratio {ratios[Rounds / 2]:0.00} ({ratios[0]:0.00} to {ratios[^1]:0.00} in {Rounds} rounds)");
    }

    private static double Median(IEnumerable<Measured> rounds, Func<Measured, double> part) => rounds.Skip(Warming).Select(part).Order().ElementAt(Rounds / 2);

    // The first half of the orders; what the shopper was quoted is asked for before the clock runs.
    private static async Task<List<object>> AskAsync(HttpClient client)
    {
        var asked = new List<object>();
        for (var number = 1; number <= Cases; number++)
        {
            var lines = new[] { new { line = "L1", quantity = 1, reason = "ChangedMind", resolution = "Refund", shipment = "SendBack" } };
            using var answer = await client.PostAsJsonAsync("/api/returns/quote", new { orderNumber = BenchShop.Number(number), lines });
            answer.EnsureSuccessStatusCode();
            var quote = await answer.Content.ReadFromJsonAsync<JsonElement>();
            asked.Add(new { orderNumber = BenchShop.Number(number), lines, planHash = quote.GetProperty("plan").GetProperty("hash").GetString() });
        }

        return asked;
    }

    private static async Task OpenAsync(HttpClient client, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/returns") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    // The other half, with what the first case left behind.
    private static async Task<Func<int, Task>> InsertAsync(BenchDatabase database)
    {
        await using var reading = database.Open();
        var last = Enumerable.Range(Cases + 1, Cases).Select(BenchShop.Number).ToList();
        var orders = await reading.Orders.Where(order => last.Contains(order.Number)).Select(order => order.Id).ToListAsync();
        var decision = await reading.Set<CaseLine>().Select(line => line.Decision).FirstAsync();
        var call = await reading.ApiCalls.AsNoTracking().FirstAsync();
        return async index =>
        {
            await using var writing = database.Open();
            Add(writing, orders[index], decision, call);
            await writing.SaveChangesAsync();
        };
    }

    // What one case leaves behind.
    private static void Add(Portal.Web.Data.PortalDbContext database, Guid order, string decision, ApiCall call)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var opened = new ReturnCase { Rma = CaseOpener.NewRma(), OrderId = order, Locale = "en", State = CaseState.Open, Goods = GoodsState.Awaited, Money = MoneyState.None, OpenedAt = now, Total = 1200, PlanHash = new string('0', 64) };
        opened.Lines.Add(new CaseLine { LineId = "L1", Quantity = 1, Reason = Reason.ChangedMind, Kind = RequestKind.Withdrawal, Verdict = Verdict.Approved, Resolution = Resolution.Refund, Shipment = ShipmentMethod.SendBack, Decision = decision, PolicyHash = new string('0', 64) });
        opened.Units.Add(new CaseUnit { OrderId = order, LineId = "L1", Unit = 1 });
        opened.Events.Add(new TimelineEvent { At = now, Kind = TimelineEventKind.Opened });
        opened.Events.Add(new TimelineEvent { At = now, Kind = TimelineEventKind.ApprovedToSendBack });
        database.Cases.Add(opened);
        database.ApiCalls.Add(new ApiCall { Id = Guid.NewGuid(), ApiKeyId = call.ApiKeyId, BodyHash = call.BodyHash, CreatedAt = now, Status = call.Status, Answer = call.Answer });
        database.Mails.Add(new Mail { Kind = MailKind.CaseOpened, SubjectId = opened.Id, CreatedAt = now, NextAt = now });
    }
}
