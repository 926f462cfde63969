using CsCheck;
using Portal.Returns.Policies;

namespace Portal.Returns.Tests.Decisions;

/// <summary>Policies that a check would never let pass: gaps, faults, refusals, credit alone, fees of every name.</summary>
internal static class RandomPolicies
{
    // The amount without a market faults where the order has another currency.
    private static readonly string[] Conditions =
    [
        "kind: Return", "kind: Claim", "kind: Withdrawal", "reason: [Damaged, Missing, ChangedMind]", "item.tags: fragile",
        "market: [DE, GB, ES]", "delivered: false", "order.gift: true", "shopper.returnless: { atLeast: 2 }", "item.amount: { above: 50.00 EUR }", "order.daysSince: { above: 20 }",
    ];

    private static readonly Dictionary<string, string[]> Answers = new(StringComparer.Ordinal)
    {
        ["eligibility"] = ["allow: true", "allow: true", "allow: true", "refuse: final-sale", "refuse: not-delivered"],
        ["window"] = ["days: 0", "days: 3, from: order", "days: 14", "days: 30, notBefore: 2027-01-31", "days: 3000", "days: { DE: 7, GB: 2 }"],
        ["resolutions"] = ["offer: Refund", "offer: [Refund, StoreCredit]", "offer: StoreCredit", "offer: [Exchange, StoreCredit]", "offer: Replacement", "offer: Repair", "offer: [StoreCredit, Repair, Replacement]"],
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

    /// <summary>Up to two rules on conditions, and mostly one for all the rest.</summary>
    private static Gen<string> Question(string name) => Gen.Select(
        Gen.Select(Gen.Int[0, Conditions.Length - 1], Gen.Int[0, Answers[name].Length - 1], Gen.Int[0, 5]).Array[0, 2],
        Gen.Int[0, Answers[name].Length],
        (rules, rest) =>
        {
            var texts = rules.Select((rule, index) =>
                $"  - {{ id: r{index}, when: {{ {Conditions[rule.Item1]} }}, {Answers[name][rule.Item2]}{(rule.Item3 == 0 ? ", internal: true" : "")} }}\n").ToList();
            if (rest < Answers[name].Length)
            {
                texts.Add($"  - {{ id: rest, {Answers[name][rest]} }}\n");
            }

            return texts.Count == 0 ? "" : $"{name}:\n{string.Concat(texts)}";
        });
}
