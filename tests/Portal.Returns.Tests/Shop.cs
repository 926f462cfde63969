using NodaTime;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;

namespace Portal.Returns.Tests;

/// <summary>Orders and policies for tests. Now is 22 November 2026, noon UTC, unless a test says otherwise.</summary>
internal static class Shop
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 12, 0);

    private static readonly Lazy<Policy> ShippedPolicy = new(() => Parse(File.ReadAllText(Path.Combine(Root, "content", "policies", "returns.yaml"))));

    /// <summary>The folder of the solution.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Portal.sln")))
            {
                folder = folder.Parent ?? throw new InvalidOperationException("Portal.sln is in no folder above.");
            }

            return folder.FullName;
        }
    }

    public static Policy Shipped => ShippedPolicy.Value;

    public static PolicyBook ShippedBook => new([Shipped]);

    public static Policy Parse(string text)
    {
        var reading = PolicyReader.Read("test.yaml", text);
        return reading.Policy ?? throw new InvalidOperationException(string.Join('\n', reading.Errors));
    }

    public static PolicyBook Book(params string[] texts) => new(texts.Select(Parse));

    public static Instant DaysAgo(int days) => Now - Duration.FromDays(days);

    public static Currency CurrencyOf(string market) => Currency.Of(market switch
    {
        "US" => "USD",
        "GB" => "GBP",
        "JP" => "JPY",
        "AE" => "AED",
        "KW" => "KWD",
        "CN" => "CNY",
        "BR" => "BRL",
        _ => "EUR",
    });

    public static string ZoneOf(string market) => market switch
    {
        "US" => "America/Los_Angeles",
        "GB" => "Europe/London",
        "JP" => "Asia/Tokyo",
        "AE" => "Asia/Dubai",
        "KW" => "Asia/Kuwait",
        "CN" => "Asia/Shanghai",
        "BR" => "America/Rio_Branco",
        _ => "Europe/Berlin",
    };

    /// <summary>The day that it is now in a market.</summary>
    public static LocalDate Today(string market) => Now.InZone(DateTimeZoneProviders.Tzdb[ZoneOf(market)]).Date;

    /// <summary>A line of one piece at 40.00 (4,000 yen and so on), delivered some days ago; null days for not shipped.</summary>
    public static LineFacts Line(string market, int? deliveredDaysAgo = 5, string id = "1", decimal price = 40m, int quantity = 1)
    {
        var currency = CurrencyOf(market);
        return new LineFacts
        {
            Id = id,
            Sku = "SKU-" + id,
            Category = "ceramics",
            Quantity = quantity,
            UnitPrice = Money.FromAmount(price, currency),
            Discount = Money.Zero(currency),
            Tax = Money.Zero(currency),
            Deliveries = deliveredDaysAgo is { } days ? [new DeliveryFacts(quantity, DaysAgo(days + 3), DaysAgo(days))] : [],
        };
    }

    public static OrderFacts Order(string market, params LineFacts[] lines)
    {
        var currency = CurrencyOf(market);
        lines = lines.Length == 0 ? [Line(market)] : lines;
        var total = lines.Aggregate(Money.Zero(currency), (sum, line) => sum + (line.UnitPrice * line.Quantity) - line.Discount + line.Tax);
        return new OrderFacts
        {
            Number = "P-1",
            Market = market,
            ZoneId = ZoneOf(market),
            Currency = currency,
            PlacedAt = DaysAgo(40),
            Lines = lines,
            Discount = Money.Zero(currency),
            Shipping = Money.Zero(currency),
            ShippingTax = Money.Zero(currency),
            Payments = [new PaymentFacts("card", "card", total, Money.Zero(currency))],
        };
    }

    public static Decision Decide(OrderFacts order, Reason reason, int quantity = 1, string lineId = "1", PolicyBook? book = null) =>
        ReturnEngine.Decide(book ?? ShippedBook, order, new ReturnRequest(lineId, quantity, reason), Now);
}
