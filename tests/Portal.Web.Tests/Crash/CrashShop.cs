using NodaTime;
using Portal.StripeEmulator;
using Portal.Web.Data;
using Portal.Web.Orders;

namespace Portal.Web.Tests.Crash;

/// <summary>Orders of cheap things, paid through the emulator by one card or by two, in currencies with 2, 0 and 3 decimals.</summary>
internal static class CrashShop
{
    private static readonly (string Market, string Currency, long From, long To, int Step)[] Markets =
        [("DE", "EUR", 500, 2400, 1), ("JP", "JPY", 300, 2900, 1), ("KW", "KWD", 1000, 7000, 10)];

    public static async Task<IReadOnlyList<Order>> StockAsync(PortalDbContext database, Emulator emulator, int count, Random dice)
    {
        var orders = Enumerable.Range(1, count).Select(number => Make(number, emulator, dice)).ToList();
        database.Orders.AddRange(orders);
        await database.SaveChangesAsync();
        database.ChangeTracker.Clear();
        return orders;
    }

    private static Order Make(int number, Emulator emulator, Random dice)
    {
        var market = Markets[dice.Next(Markets.Length)];
        var price = dice.NextInt64(market.From, market.To) / market.Step * market.Step;
        var now = SystemClock.Instance.GetCurrentInstant();
        var order = new Order
        {
            Number = $"C-{number}",
            Locale = "en",
            Market = market.Market,
            Currency = market.Currency,
            PlacedAt = now - Duration.FromDays(9),
            Email = $"shopper{number}@example.com",
            DeliveryPostcode = "10115",
            Lines = { new OrderLine { LineId = "L1", Position = 1, Sku = "CUP", Title = "Cup", Category = "tableware", Quantity = 1, UnitPrice = price } },
            Parcels =
            {
                new Parcel
                {
                    Number = 1,
                    ShippedAt = now - Duration.FromDays(7),
                    DeliveredAt = now - Duration.FromDays(4),
                    Items = { new ParcelItem { LineId = "L1", Quantity = 1 } },
                },
            },
        };
        var first = dice.NextDouble() < 0.3 ? price / 3 / market.Step * market.Step : price;
        order.Payments.Add(Pay(first));
        if (first < price)
        {
            order.Payments.Add(Pay(price - first));
        }

        return order;

        Payment Pay(long amount) => new()
        {
            Provider = "Stripe",
            Reference = emulator.Pay(amount, market.Currency).Intent,
            Means = "card",
            Label = "Visa •••• 4242",
            Captured = amount,
            Step = market.Step,
        };
    }
}
