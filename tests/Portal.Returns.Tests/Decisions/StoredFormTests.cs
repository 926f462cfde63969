using System.Text.Encodings.Web;
using System.Text.Json;
using Portal.Returns.Decisions;

namespace Portal.Returns.Tests.Decisions;

/// <summary>
/// The form in which decisions are stored, word for word: years later they are read again. A change here that is meant raises
/// <see cref="ReturnEngine.Version"/> and writes the files anew (<c>PORTAL_WRITE=1</c>).
/// </summary>
public sealed class StoredFormTests
{
    private const string Policy = """
        policy: p
        from: 2025-01-01
        article: returns/return-policy
        lawArticle: returns/right-of-withdrawal
        eligibility:
          - { id: often, when: { shopper.returnless: { above: 5 } }, refuse: too-often, internal: true }
          - { id: sale, when: { kind: Return, item.tags: final-sale }, refuse: final-sale, article: returns/final-sale }
          - { id: rest, allow: true }
        window: [{ id: any, days: 30, from: delivery }]
        resolutions: [{ id: any, offer: [Refund, StoreCredit], bonus: 10%, reason: choose-credit }]
        shipment: [{ id: any, method: [SendBack, Keep] }]
        fees: [{ id: any, charge: [{ fee: return-postage, amount: 4.90 EUR }, { fee: restocking, amount: 15% }] }]
        refundWhen: [{ id: any, at: inspected, first: gift_card }]
        review: [{ id: much, when: { item.amount: { above: 60.00 EUR }, item.category: ceramics }, review: high-value, internal: true }, { id: rest, approve: true }]
        """;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string, OrderFacts, ReturnRequest> Decisions => new()
    {
        { "return-and-withdrawal", Order("DE"), new ReturnRequest("1", 1, Reason.ChangedMind) },
        { "law-overrides", Order("DE", "final-sale"), new ReturnRequest("1", 1, Reason.ChangedMind) },
        { "internal-review", Order("DE"), new ReturnRequest("1", 2, Reason.Damaged) },
        { "refused", Order("DE", "final-sale") with { IsConsumer = false }, new ReturnRequest("1", 1, Reason.WrongSize) },
        { "fault", Order("US"), new ReturnRequest("1", 1, Reason.ChangedMind) },
        { "already-returned", Order("DE") with { Recovered = [new RecoveredUnit("1", 1), new RecoveredUnit("1", 3)] }, new ReturnRequest("1", 2, Reason.ChangedMind) },
    };

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Write_Decision_IsAsItWasStored(string name, OrderFacts order, ReturnRequest request)
    {
        var file = Path.Combine(Shop.Root, "tests", "Portal.Returns.Tests", "Decisions", "Stored", name + ".json");
        var stored = Decide(order, request);
        using var written = JsonDocument.Parse(stored);

        // The zone data's version comes with a package.
        var text = Indented(new { order = written.RootElement.GetProperty("order"), decision = written.RootElement.GetProperty("decision") });
        if (Environment.GetEnvironmentVariable("PORTAL_WRITE") is "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.Equal(File.ReadAllText(file), text);
        var read = StoredDecision.Read(stored);
        Assert.Equal(stored, Decide(read.Facts, read.Request));
    }

    [Fact]
    public void Write_Decision_BeginsWithTheVersionsThatMadeIt()
    {
        var order = Order("DE");
        var written = Decide(order, new ReturnRequest("1", 1, Reason.Damaged));

        Assert.StartsWith($$"""{"engine":"{{ReturnEngine.Version}}","statutes":"{{Portal.Returns.Statutes.StatuteBook.Version}}","zones":"TZDB: 20""", written, StringComparison.Ordinal);
    }

    private static string Decide(OrderFacts order, ReturnRequest request) => DecisionJson.Write(order, ReturnEngine.Decide(Shop.Book(Policy), order, request, Shop.Now), Shop.Now);

    private static string Indented(object value) => JsonSerializer.Serialize(value, Readable) + "\n";

    private static OrderFacts Order(string market, params string[] tags)
    {
        var order = Shop.Order(market, Shop.Line(market, quantity: 3) with { Tags = tags, WeightGrams = 450 });
        return order with
        {
            Tags = ["wholesale"],
            StandardShipping = Money.FromAmount(4m, order.Currency),
            Shopper = new ShopperFacts(4, 2, 1, ["gold"]),
            Payments = [.. order.Payments, new PaymentFacts("gift", "gift_card", Money.FromAmount(5m, order.Currency), Money.Zero(order.Currency), 5)],
        };
    }
}
