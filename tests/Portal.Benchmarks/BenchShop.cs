using NodaTime;
using Portal.Web.Orders;

namespace Portal.Benchmarks;

/// <summary>Orders of two lines, delivered, paid by card.</summary>
internal static class BenchShop
{
    private const int Batch = 2000;

    public static string Email(int number) => $"shopper{number}@example.com";

    public static string Number(int number) => $"B-{number}";

    /// <summary>Stores the orders <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    public static async Task StockAsync(BenchDatabase made, int from, int to)
    {
        foreach (var batch in Enumerable.Range(from, to - from + 1).Chunk(Batch))
        {
            await using var database = made.Open();
            database.ChangeTracker.AutoDetectChangesEnabled = false;
            database.Orders.AddRange(batch.Select(Make));
            await database.SaveChangesAsync();
        }
    }

    private static Order Make(int number)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        return new Order
        {
            Number = Number(number),
            Locale = "en",
            Market = "DE",
            Currency = "EUR",
            PlacedAt = now - Duration.FromDays(9),
            Email = Email(number),
            DeliveryPostcode = "10115",
            Lines =
            {
                new OrderLine { LineId = "L1", Position = 1, Sku = "CUP", Title = "Cup", Category = "tableware", Quantity = 2, UnitPrice = 1200 },
                new OrderLine { LineId = "L2", Position = 2, Sku = "BOWL", Title = "Bowl", Category = "tableware", Quantity = 1, UnitPrice = 2900 },
            },
            Parcels =
            {
                new Parcel
                {
                    Number = 1,
                    ShippedAt = now - Duration.FromDays(7),
                    DeliveredAt = now - Duration.FromDays(4),
                    Items = { new ParcelItem { LineId = "L1", Quantity = 2 }, new ParcelItem { LineId = "L2", Quantity = 1 } },
                },
            },
            Payments = { new Payment { Provider = "Manual", Reference = "bank", Means = "card", Label = "Visa •••• 4242", Captured = 5300 } },
        };
    }
}
