using Portal.Returns.Decisions;
using Portal.Returns.Policies;

namespace Portal.Returns.Tests.Policies;

/// <summary>Every kind of condition against one order of 3 pieces at 40.00 USD, of which 2 are asked for.</summary>
public sealed class ConditionTests
{
    [Theory]
    [InlineData("{ kind: Return }", true)]
    [InlineData("{ kind: [Claim, Return] }", true)]
    [InlineData("{ kind: Claim }", false)]
    [InlineData("{ reason: [ChangedMind, WrongSize] }", true)]
    [InlineData("{ market: US }", true)]
    [InlineData("{ market: [GB, DE] }", false)]
    [InlineData("{ currency: USD }", true)]
    [InlineData("{ channel: web }", true)]
    [InlineData("{ item.sku: SKU-1 }", true)]
    [InlineData("{ item.category: ceramics }", true)]
    [InlineData("{ item.tags: [fragile, heavy] }", true)]
    [InlineData("{ item.tags: heavy }", false)]
    [InlineData("{ item.price: { atLeast: 40.00 USD, atMost: 40.00 USD } }", true)]
    [InlineData("{ item.price: { above: 40.00 USD } }", false)]
    [InlineData("{ item.amount: { below: 74.00 USD } }", false)]
    [InlineData("{ item.amount: { below: { US: 74.01 USD } } }", true)]
    [InlineData("{ item.amount: { atLeast: low } }", true)]
    [InlineData("{ item.quantity: 2 }", true)]
    [InlineData("{ item.quantity: { US: 2, other: 1 } }", true)]
    [InlineData("{ item.quantity: { DE: 2, other: 1 } }", false)]
    [InlineData("{ item.quantity: { above: twice } }", false)]
    [InlineData("{ order.total: { atLeast: 111.00 USD, atMost: 111.00 USD } }", true)]
    [InlineData("{ order.placed: { from: 2026-10-13, to: 2026-10-13 } }", true)]
    [InlineData("{ order.placed: { to: 2026-10-12 } }", false)]
    [InlineData("{ order.placed: 2026-10-13 }", true)]
    [InlineData("{ order.placed: 2026-10-14 }", false)]
    [InlineData("{ order.shipped: 2026-11-14 }", true)]
    [InlineData("{ order.delivered: { from: 2026-11-17, unknown: true } }", true)]
    [InlineData("{ order.delivered: { from: 2026-11-18, unknown: true } }", false)]
    [InlineData("{ order.daysSinceShipment: 8 }", true)]
    [InlineData("{ order.daysSinceDelivery: { atLeast: 5, below: 6 } }", true)]
    [InlineData("{ order.daysSinceDelivery: { above: 5 } }", false)]
    [InlineData("{ order.discount: { atLeast: 9.00 USD, atMost: 9.00 USD } }", true)]
    [InlineData("{ item.weight: { atMost: 1250 } }", true)]
    [InlineData("{ item.weight: { below: 1250, unknown: true } }", false)]
    [InlineData("{ shopper.returnRate: 20 }", true)]
    [InlineData("{ shopper.returnRate: { above: 20 } }", false)]
    [InlineData("{ order.consumer: true }", true)]
    [InlineData("{ order.gift: true }", false)]
    [InlineData("{ order.tags: wholesale }", false)]
    [InlineData("{ order.daysSince: 40 }", true)]
    [InlineData("{ delivered: true }", true)]
    [InlineData("{ payment.means: [card, paypal] }", true)]
    [InlineData("{ shopper.orders: { atLeast: 5 } }", true)]
    [InlineData("{ shopper.returns: 0 }", false)]
    [InlineData("{ shopper.returnless: { below: twice } }", true)]
    [InlineData("{ shopper.tags: vip }", true)]
    [InlineData("{ not: { shopper.tags: vip } }", false)]
    [InlineData("{ any: [{ kind: Claim }, { market: US, delivered: true }] }", true)]
    [InlineData("{ all: [{ kind: Return }, { not: { market: [GB, FR] } }], delivered: false }", false)]
    public void When_Condition_HoldsOrNot(string condition, bool holds)
    {
        var order = Shop.Order("US", Shop.Line("US", quantity: 3) with { Tags = ["fragile"], WeightGrams = 1250, Discount = Amount(6m) }) with { Discount = Amount(3m), Shopper = new ShopperFacts(5, 1, 1, ["vip"]) };
        var book = Shop.Book($"""
            policy: p
            from: 2025-01-01
            limits: {"{"} low: {"{"} US: 10.00 USD, DE: 9.00 EUR {"}"}, twice: 2 {"}"}
            eligibility:
              - {"{"} id: tested, when: {condition}, refuse: tested {"}"}
              - {"{"} id: otherwise, allow: true {"}"}
            """);

        var decision = Shop.Decide(order, Reason.ChangedMind, quantity: 2, book: book);

        Assert.Equal(holds ? "tested" : "otherwise", decision.Trace[0].RuleId, StringComparer.Ordinal);
        Assert.Equal(holds ? 0 : 1, decision.Trace[0].Skipped.Count);
    }

    [Theory]
    [InlineData("{ item.weight: { atMost: 100000 } }", false)]
    [InlineData("{ item.weight: { atMost: 1, unknown: true } }", true)]
    [InlineData("{ item.weight: { atMost: 1, unknown: false } }", false)]
    [InlineData("{ not: { item.weight: { atMost: 100000 } } }", true)]
    [InlineData("{ not: { item.weight: { atMost: 1, unknown: true } } }", false)]
    [InlineData("{ order.daysSinceShipment: 0 }", false)]
    [InlineData("{ order.daysSinceDelivery: { atLeast: 0 } }", false)]
    [InlineData("{ order.daysSinceDelivery: { atMost: 30, unknown: true } }", true)]
    [InlineData("{ order.shipped: { from: 2000-01-01, unknown: true } }", true)]
    [InlineData("{ order.delivered: { from: 2000-01-01 } }", false)]
    [InlineData("{ shopper.returnRate: { atLeast: 0 } }", false)]
    [InlineData("{ shopper.returnRate: { above: 50, unknown: true } }", true)]
    public void When_FactIsUnknown_HoldsOnlyIfItSaysSo(string condition, bool holds)
    {
        var order = Shop.Order("US", Shop.Line("US", deliveredDaysAgo: null));
        var book = Shop.Book($"""
            policy: p
            from: 2025-01-01
            eligibility:
              - {"{"} id: tested, when: {condition}, refuse: tested {"}"}
              - {"{"} id: otherwise, allow: true {"}"}
            """);

        var trace = Shop.Decide(order, Reason.Late, book: book).Trace[0];

        Assert.Equal(holds ? "tested" : "otherwise", trace.RuleId, StringComparer.Ordinal);
        Assert.Equal("unknown", (trace.Facts is [var used] ? used : trace.Skipped[0].Fact)?.Value, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("{ not: { market: US } }", "market US", "market US")]
    [InlineData("{ not: { market: GB } }", "", "market US")]
    [InlineData("{ any: [{ market: GB }, { kind: Claim }] }", "market US", "")]
    [InlineData("{ all: [{ market: US }, { kind: Claim }] }", "kind Return", "")]
    public void Trace_OfACondition_NamesTheFactThatDecided(string condition, string stoodInTheWay, string used)
    {
        var book = Shop.Book($"""
            policy: p
            from: 2025-01-01
            eligibility:
              - {"{"} id: tested, when: {condition}, refuse: tested {"}"}
              - {"{"} id: otherwise, allow: true {"}"}
            """);
        var trace = Shop.Decide(Shop.Order("US"), Reason.ChangedMind, book: book).Trace[0];
        if (string.Equals(trace.RuleId, "tested", StringComparison.Ordinal))
        {
            Assert.Equal(used, string.Join(", ", trace.Facts.Select(fact => $"{fact.Name} {fact.Value}")));
        }
        else
        {
            Assert.Equal(stoodInTheWay, Assert.Single(trace.Skipped).Fact is { } fact ? $"{fact.Name} {fact.Value}" : "");
        }
    }

    [Theory]
    [InlineData(3, 1, 33)]
    [InlineData(3, 2, 67)]
    [InlineData(8, 1, 13)]
    [InlineData(1, 4, 400)]
    public void ReturnRate_IsReturnsPerHundredOrders_HalfUp(int orders, int returns, int rate)
    {
        var order = Shop.Order("US") with { Shopper = new ShopperFacts(orders, returns, 0, []) };
        var book = Shop.Book("policy: p\nfrom: 2025-01-01\neligibility: [{ id: tested, when: { shopper.returnRate: { atLeast: 0 } }, allow: true }]");

        Assert.Equal(new UsedFact("shopper.returnRate", rate.ToString(System.Globalization.CultureInfo.InvariantCulture)), Assert.Single(Shop.Decide(order, Reason.ChangedMind, book: book).Trace[0].Facts));
    }

    [Fact]
    public void Catalogue_EveryFact_IsNamedOnceAndExplained()
    {
        Assert.Distinct(FactCatalogue.All.Select(fact => fact.Name), StringComparer.Ordinal);
        Assert.All(FactCatalogue.All, fact => Assert.NotEmpty(fact.Summary));
        Assert.Same(FactCatalogue.Kind, FactCatalogue.Find("kind"));
    }

    private static Money Amount(decimal amount) => Money.FromAmount(amount, Currency.Of("USD"));
}
