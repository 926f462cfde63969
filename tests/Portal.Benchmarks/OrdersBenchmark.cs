using System.Globalization;
using System.Net;

namespace Portal.Benchmarks;

/// <summary>The order page with its verdicts, with few and with many orders in the database. Wanted: it does not care.</summary>
internal static class OrdersBenchmark
{
    private const int Few = 10_000;

    private const int Many = 200_000;

    private const int Pages = 400;

    public static async Task RunAsync()
    {
        await foreach (var database in BenchDatabase.EachAsync())
        {
            await using (database)
            {
                await BenchShop.StockAsync(database, 1, Few);
                var few = await MeasureAsync(database, Few);
                await BenchShop.StockAsync(database, Few + 1, Many);
                var many = await MeasureAsync(database, Many);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"order page, {database.Name}: {few.Median:0.0} ms (p99 {few.P99:0.0}) at {Few:N0} orders, {many.Median:0.0} ms (p99 {many.P99:0.0}) at {Many:N0}; ratio of medians {many.Median / few.Median:0.00}"));
            }
        }
    }

    private static async Task<Measured> MeasureAsync(BenchDatabase database, int orders)
    {
        await using var site = await SiteProcess.StartAsync(database);
        var dice = new Random(7);
        var visits = new List<(HttpClient Client, string Page)>();
        for (var i = 0; i < Pages; i++)
        {
            visits.Add(await FindAsync(site.Address, dice.Next(1, orders + 1)));
        }

        async Task OpenAsync((HttpClient Client, string Page) visit) => (await visit.Client.GetAsync(visit.Page)).EnsureSuccessStatusCode();
        await Load.RunAsync(1, visits, OpenAsync);
        var measured = await Load.RunAsync(1, visits, OpenAsync);
        visits.ForEach(visit => visit.Client.Dispose());
        return measured;
    }

    private static async Task<(HttpClient Client, string Page)> FindAsync(Uri site, int number)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = site };
        var fields = new Dictionary<string, string> { ["number"] = BenchShop.Number(number), ["proof"] = BenchShop.Email(number) };
        using var answer = await client.PostAsync("/en/orders", new FormUrlEncodedContent(fields));
        return answer.StatusCode == HttpStatusCode.Redirect
            ? (client, answer.Headers.Location!.OriginalString)
            : throw new InvalidOperationException($"Order {BenchShop.Number(number)} was not found: {answer.StatusCode}.");
    }
}
