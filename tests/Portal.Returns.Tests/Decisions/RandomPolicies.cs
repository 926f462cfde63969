using CsCheck;
using Portal.Returns.Policies;

namespace Portal.Returns.Tests.Decisions;

/// <summary>Policies that a check would never let pass: gaps, faults, refusals, credit alone, fees of every name.</summary>
internal static class RandomPolicies
{
    // The amount without a market faults where the order has another currency.
    private static readonly string[] Conditions =
    [
        "", "", "", "kind: Return", "kind: Claim", "kind: Withdrawal", "reason: [Damaged, Missing, ChangedMind]", "item.tags: fragile",
        "market: [DE, GB, ES]", "delivered: false", "order.gift: true", "shopper.returnless: { atLeast: 2 }", "item.amount: { above: 50.00 EUR }", "order.daysSince: { above: 20 }",
    ];

    private static readonly Dictionary<string, string[]> Answers = new(StringComparer.Ordinal)
    {
        ["eligibility"] = ["allow: true", "refuse: final-sale", "refuse: not-delivered"],
        ["window"] = ["days: 0", "days: 3, from: order", "days: 14", "days: 30, notBefore: 2027-01-31", "days: 3000", "days: { DE: 7, GB: 2 }"],
        ["resolutions"] = ["offer: Refund", "offer: StoreCredit", "offer: [Exchange, StoreCredit]", "offer: Replacement", "offer: Repair", "offer: [StoreCredit, Repair, Replacement]"],
        ["shipment"] = ["method: SendBack", "method: [Keep, SendBack]", "method: Donate"],
        ["fees"] =
        [
            "charge: none", $"charge: [{Fee("return-postage", 4)}]", $"charge: [{Fee("restocking", 3)}]", $"charge: [{Fee("return-postage", 4)}, {Fee("restocking", 4)}]",
            "charge: [{ fee: handling, amount: 9.00 EUR }]",
        ],
        ["refundWhen"] = ["at: requested", "at: scanned", "at: received", "at: inspected"],
        ["review"] = ["approve: true", "review: high-value"],
    };

    public static readonly Gen<Policy> Any = Gen.Select(
        Question("eligibility"), Question("window"), Question("resolutions"), Question("shipment"), Question("fees"), Question("refundWhen"), Question("review"),
        (eligibility, window, resolutions, shipment, fees, refundWhen, review) => Shop.Parse(
            $"policy: random\nfrom: 2010-01-01\n{eligibility}{window}{resolutions}{shipment}{fees}{refundWhen}{review}"));

    private static string Fee(string name, int amount) =>
        $"{{ fee: {name}, amount: {{ {string.Join(", ", RandomRequests.Markets.Select(market => $"{market}: {new Money(amount * 1_000, Shop.CurrencyOf(market))}"))} }} }}";

    private static Gen<string> Question(string name) =>
        Gen.Select(Gen.Int[0, Conditions.Length - 1], Gen.Int[0, Answers[name].Length - 1], Gen.Int[0, 5]).Array[0, 3].Select(rules => rules.Length == 0
            ? ""
            : $"{name}:\n" + string.Concat(rules.Select((rule, index) =>
                $"  - {{ id: r{index}, when: {{ {Condition(rule.Item1)} }}, {Answers[name][rule.Item2]}{(rule.Item3 == 0 ? ", internal: true" : "")} }}\n".Replace(" when: {  },", "", StringComparison.Ordinal))));

    private static string Condition(int index) => Conditions[index];
}
