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
    [InlineData("{ item.amount: { below: 80.00 USD } }", false)]
    [InlineData("{ item.amount: { below: { US: 80.01 USD } } }", true)]
    [InlineData("{ item.amount: { atLeast: low } }", true)]
    [InlineData("{ item.quantity: 2 }", true)]
    [InlineData("{ item.quantity: { above: twice } }", false)]
    [InlineData("{ order.total: { atLeast: 120.00 USD } }", true)]
    [InlineData("{ order.placed: { from: 2026-10-13, to: 2026-10-13 } }", true)]
    [InlineData("{ order.placed: { to: 2026-10-12 } }", false)]
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
        var order = Shop.Order("US", Shop.Line("US", quantity: 3) with { Tags = ["fragile"] }) with { Shopper = new ShopperFacts(5, 1, 1, ["vip"]) };
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

    [Fact]
    public void Catalogue_EveryFact_IsNamedOnceAndExplained()
    {
        Assert.Distinct(FactCatalogue.All.Select(fact => fact.Name), StringComparer.Ordinal);
        Assert.All(FactCatalogue.All, fact => Assert.NotEmpty(fact.Summary));
        Assert.Same(FactCatalogue.Kind, FactCatalogue.Find("kind"));
    }
}
