using Portal.Returns.Policies;
using Portal.Returns.Policies.Proof;

namespace Portal.Returns.Tests.Policies.Proof;

public sealed class PolicyCheckTests
{
    /// <summary>Nothing is wrong with it anywhere.</summary>
    private static readonly (string Question, string Rules)[] Sound =
    [
        ("eligibility", "{ id: a, allow: true }"),
        ("window", "{ id: claim, when: { kind: Claim }, days: 2200 }, { id: a, days: 30 }"),
        ("resolutions", "{ id: a, offer: [Refund, Replacement] }"),
        ("shipment", "{ id: missing, when: { reason: Missing }, method: Keep }, { id: a, method: SendBack }"),
        ("fees", "{ id: a, charge: none }"),
        ("refundWhen", "{ id: missing, when: { reason: Missing }, at: requested }, { id: a, at: received }"),
        ("review", "{ id: a, approve: true }"),
    ];

    [Fact]
    public void Check_SoundPolicy_FindsNothing()
    {
        var proof = ProofShop.Check(Shop.Parse(Text()), "DE", "GB", "ES");

        Assert.Empty(proof.Findings);
        Assert.Equal("0 errors, 0 warnings, 0 notes; 10 rules in 3 markets (DE, GB, ES)", proof.ToString()[..proof.ToString().IndexOf(" and", StringComparison.Ordinal)]);
        Assert.EndsWith(": all of it was proved", proof.ToString(), StringComparison.Ordinal);
    }

    [Theory]

    // Rules that never answer.
    [InlineData("DE", "review", "{ id: x, when: { item.quantity: 0 }, review: r }, { id: a, approve: true }", FindingKind.NeverMatches, "x")]
    [InlineData("DE", "review", "{ id: x, when: { market: NO }, review: r }, { id: a, approve: true }", FindingKind.NeverMatches, "x")]
    [InlineData("DE", "review", "{ id: x, when: { kind: Withdrawal }, review: r }, { id: a, approve: true }", FindingKind.NeverMatches, "x")]
    [InlineData("DE", "review", "{ id: x, when: { kind: Return, reason: Damaged }, review: r }, { id: a, approve: true }", FindingKind.NeverMatches, "x")]
    [InlineData("DE", "review", "{ id: x, when: { order.placed: { to: 2019-12-31 } }, review: r }, { id: a, approve: true }", FindingKind.NeverMatches, "x")]
    [InlineData("DE", "review", "{ id: x, when: { order.daysSince: { below: 5 }, order.daysSinceDelivery: { above: 5 } }, review: r }, { id: a, approve: true }", FindingKind.NeverMatches, "x")]
    [InlineData("DE", "review", "{ id: x, when: { order.delivered: 2026-03-01, order.placed: { from: 2026-03-02 } }, review: r }, { id: a, approve: true }", FindingKind.NeverMatches, "x")]
    [InlineData("DE", "review", "{ id: x, when: { delivered: false, order.daysSinceDelivery: { atLeast: 0 } }, review: r }, { id: a, approve: true }", FindingKind.NeverMatches, "x")]
    [InlineData("DE", "review", "{ id: x, when: { item.amount: { above: 50.00 EUR }, order.total: { below: 50.00 EUR } }, review: r }, { id: a, approve: true }", FindingKind.NeverMatches, "x")]
    [InlineData("DE", "review", "{ id: x, when: { shopper.orders: 0, shopper.returnRate: { atLeast: 1 } }, review: r }, { id: a, approve: true }", FindingKind.NeverMatches, "x")]
    [InlineData("DE", "review", "{ id: x, when: { item.tags: b, not: { item.tags: [a, b] } }, review: r }, { id: a, approve: true }", FindingKind.NeverMatches, "x")]
    [InlineData("DE", "review", "{ id: a, approve: true }, { id: x, review: r }", FindingKind.Shadowed, "x")]
    [InlineData("DE", "review", "{ id: m, when: { item.quantity: { atMost: 3 } }, review: r }, { id: n, when: { item.quantity: { atLeast: 2 } }, review: r }, { id: x, approve: true }", FindingKind.Shadowed, "x")]
    [InlineData("DE", "review", "{ id: m, when: { item.tags: [a, b] }, review: r }, { id: x, when: { item.tags: b }, review: r }, { id: a, approve: true }", FindingKind.Shadowed, "x")]
    [InlineData("DE", "review", "{ id: m, when: { shopper.returnRate: { above: 50, unknown: true } }, review: r }, { id: x, when: { shopper.orders: 0 }, review: r }, { id: a, approve: true }", FindingKind.Shadowed, "x")]

    // Questions without an answer.
    [InlineData("DE", "review", "{ id: m, when: { order.gift: true }, review: r }", FindingKind.Unanswered, null)]
    [InlineData("DE", "fees", "{ id: m, when: { item.weight: { atLeast: 0 } }, charge: none }", FindingKind.Unanswered, null)]
    [InlineData("DE", "window", "{ id: m, when: { order.daysSinceDelivery: { atLeast: 0 } }, days: 2200 }", FindingKind.Unanswered, null)]
    [InlineData("DE", "eligibility", "{ id: m, when: { kind: Claim }, allow: true }, { id: n, when: { reason: [ChangedMind, WrongSize] }, allow: true }", FindingKind.Unanswered, null)]
    [InlineData("US", "eligibility", null, FindingKind.Unanswered, null)]

    // Rules that cannot be judged.
    [InlineData("JP", "review", "{ id: x, when: { item.amount: { above: 50.00 EUR } }, review: r }, { id: a, approve: true }", FindingKind.Fault, "x")]
    [InlineData("JP", "review", "{ id: x, when: { item.amount: { above: { DE: 50.00 EUR } } }, review: r }, { id: a, approve: true }", FindingKind.Fault, "x")]
    [InlineData("JP", "fees", "{ id: x, charge: [{ fee: postage, amount: 5.00 EUR, waive: { shopper.tags: gold } }] }", FindingKind.Fault, "x")]
    [InlineData("JP", "window", "{ id: x, days: { DE: 30 } }", FindingKind.Fault, "x")]
    [InlineData("JP", "resolutions", "{ id: x, offer: [Refund, StoreCredit], bonus: 5.00 EUR }", FindingKind.Fault, "x")]
    [InlineData("DE", "fees", "{ id: x, when: { kind: Withdrawal }, charge: [{ fee: return-postage, amount: 5.00 USD }] }, { id: a, charge: none }", FindingKind.Fault, "x")]

    // Answers that exclude each other.
    [InlineData("DE", "shipment", "{ id: x, method: [Keep, SendBack] }", FindingKind.Contradiction, "x")]
    [InlineData("DE", "shipment", "{ id: x, method: SendBack }", FindingKind.Contradiction, "x")]
    [InlineData("DE", "shipment", "{ id: x, when: { reason: [Missing, Damaged] }, method: Donate }, { id: a, method: SendBack }", FindingKind.Contradiction, "a")]
    [InlineData("DE", "refundWhen", "{ id: x, at: scanned }", FindingKind.Contradiction, "x")]
    [InlineData("DE", "refundWhen", "{ id: x, when: { reason: Missing, order.gift: true }, at: inspected }, { id: m, when: { reason: Missing }, at: requested }, { id: a, at: received }", FindingKind.Contradiction, "x")]
    [InlineData("DE", "resolutions", "{ id: x, offer: [Refund, Repair] }", FindingKind.Contradiction, "x")]
    [InlineData("US", "fees", "{ id: x, charge: [{ fee: return-postage, amount: 5.00 USD }] }", FindingKind.Contradiction, "x")]

    // Below the law.
    [InlineData("DE", "eligibility", "{ id: x, when: { item.tags: sale }, refuse: r }, { id: a, allow: true }", FindingKind.BelowLaw, "x")]
    [InlineData("DE", "eligibility", "{ id: x, when: { kind: Claim, item.tags: sale }, refuse: r }, { id: a, allow: true }", FindingKind.BelowLaw, "x")]
    [InlineData("DE", "eligibility", "{ id: x, when: { kind: Withdrawal }, refuse: r }, { id: a, allow: true }", FindingKind.BelowLaw, "x")]
    [InlineData("DE", "eligibility", "{ id: x, when: { kind: Return }, refuse: r }, { id: a, allow: true }", FindingKind.LawBeside, "x")]
    [InlineData("DE", "window", "{ id: claim, when: { kind: Claim }, days: 731 }, { id: x, days: 13 }", FindingKind.BelowLaw, "x")]
    [InlineData("DE", "window", "{ id: claim, when: { kind: Claim }, days: 731 }, { id: x, when: { kind: Return }, days: 13 }, { id: a, days: 14 }", FindingKind.LawBeside, "x")]
    [InlineData("DE", "window", "{ id: claim, when: { kind: Claim }, days: 731 }, { id: x, days: 30, from: order }", FindingKind.BelowLaw, "x")]
    [InlineData("DE", "window", "{ id: x, when: { kind: Claim }, days: 730 }, { id: a, days: 30 }", FindingKind.BelowLaw, "x")]
    [InlineData("ES", "window", "{ id: x, when: { kind: Claim }, days: 1095 }, { id: a, days: 30 }", FindingKind.BelowLaw, "x")]
    [InlineData("GB", "window", "{ id: x, when: { kind: Claim }, days: 1826 }, { id: a, days: 30 }", FindingKind.BelowLaw, "x")]
    [InlineData("DE", "resolutions", "{ id: x, offer: StoreCredit }", FindingKind.BelowLaw, "x")]
    [InlineData("DE", "resolutions", "{ id: x, when: { kind: Claim }, offer: Replacement }, { id: a, offer: Refund }", FindingKind.BelowLaw, "x")]
    [InlineData("GB", "resolutions", "{ id: x, when: { kind: Claim }, offer: [Replacement, Repair] }, { id: a, offer: Refund }", FindingKind.BelowLaw, "x")]
    [InlineData("DE", "fees", "{ id: x, charge: [{ fee: restocking, amount: 10% }] }", FindingKind.BelowLaw, "x")]
    [InlineData("DE", "fees", "{ id: x, when: { kind: Claim }, charge: [{ fee: return-postage, amount: 5.00 EUR }] }, { id: a, charge: none }", FindingKind.BelowLaw, "x")]
    [InlineData("BR", "fees", "{ id: x, when: { kind: Withdrawal }, charge: [{ fee: return-postage, amount: 5.00 BRL }] }, { id: a, charge: none }", FindingKind.BelowLaw, "x")]
    [InlineData("DE", "refundWhen", "{ id: missing, when: { reason: Missing }, at: requested }, { id: x, at: inspected }", FindingKind.BelowLaw, "x")]
    public void Check_Fault_IsFound(string market, string question, string? rules, FindingKind kind, string? rule)
    {
        var policy = Shop.Parse(Text((question, rules)));

        var found = ProofShop.Check(policy, market).Findings.Where(finding => finding.Kind == kind && string.Equals(finding.RuleId, rule, StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(found);
        Assert.All(found, finding =>
        {
            Assert.True(finding.OtherRuleId is not null || string.Equals(question, finding.Question!.Value.Name(), StringComparison.Ordinal));
            Assert.Equal([], finding.Markets.Except([market], StringComparer.Ordinal));
            Assert.Equal(kind is FindingKind.NeverMatches or FindingKind.Shadowed, finding.Example is null);
            ProofShop.AssertShown(policy, finding);
        });
    }

    [Theory]
    [InlineData("DE", "review", "{ id: x, when: { item.quantity: 1 }, review: r }, { id: y, when: { item.quantity: { above: 1 } }, approve: true }")]
    [InlineData("DE", "review", "{ id: x, when: { item.weight: { atMost: 100, unknown: true } }, review: r }, { id: y, when: { item.weight: { above: 100 } }, approve: true }")]
    [InlineData("DE", "review", "{ id: x, when: { kind: Return }, review: r }, { id: y, when: { kind: Claim }, approve: true }")]
    [InlineData("DE", "review", "{ id: x, when: { reason: Missing, item.amount: { above: 50.00 EUR } }, review: r }, { id: y, when: { any: [{ not: { reason: Missing } }, { item.amount: { atMost: 50.00 EUR } }] }, approve: true }")]
    [InlineData("DE", "review", "{ id: x, when: { order.placed: { to: 2026-12-31 } }, review: r }, { id: y, when: { order.placed: { from: 2027-01-01 } }, approve: true }")]
    [InlineData("DE", "review", "{ id: x, when: { order.shipped: { from: 2027-01-01 }, order.delivered: { to: 2026-12-31 } }, review: r }, { id: a, approve: true }")]
    [InlineData("DE", "review", "{ id: x, when: { delivered: false, order.shipped: { from: 2020-01-01, unknown: true } }, review: r }, { id: a, approve: true }")]
    [InlineData("DE", "review", "{ id: x, when: { item.sku: [a, b] }, review: r }, { id: y, when: { item.sku: [SKU-1, c] }, review: r }, { id: a, approve: true }")]
    [InlineData("DE", "review", "{ id: x, when: { payment.means: [card, cash], not: { payment.means: cash } }, review: r }, { id: a, approve: true }")]
    [InlineData("DE", "review", "{ id: x, when: { shopper.returnRate: { atLeast: 33, atMost: 33 }, shopper.orders: { above: 10 } }, review: r }, { id: a, approve: true }")]
    [InlineData("DE", "review", "{ id: x, when: { item.price: { above: 90.00 EUR }, item.amount: { below: 10.00 EUR }, order.discount: { above: 200.00 EUR } }, review: r }, { id: a, approve: true }")]
    [InlineData("DE", "review", "{ id: x, when: { item.price: { below: 1.00 EUR }, item.amount: { above: 100.00 EUR }, item.quantity: { below: 3 } }, review: r }, { id: a, approve: true }")]
    [InlineData("DE", "review", "{ id: x, when: { market: JP, item.amount: { above: 500 JPY } }, review: r }, { id: y, when: { currency: EUR }, approve: true }")]
    [InlineData("DE", "eligibility", "{ id: x, when: { item.tags: made-to-measure, not: { kind: Claim } }, refuse: r }, { id: a, allow: true }")]
    [InlineData("DE", "eligibility", "{ id: x, when: { kind: Claim, order.consumer: false }, refuse: r }, { id: a, allow: true }")]
    [InlineData("US", "eligibility", "{ id: x, when: { item.tags: sale }, refuse: r }, { id: a, allow: true }")]
    [InlineData("DE", "window", "{ id: claim, when: { kind: Claim }, days: 731 }, { id: a, days: 14 }")]
    [InlineData("DE", "resolutions", "{ id: x, when: { kind: Claim }, offer: [Replacement, Repair, Refund] }, { id: y, when: { order.consumer: false }, offer: StoreCredit }, { id: a, offer: Refund }")]
    [InlineData("DE", "fees", "{ id: x, when: { kind: [Return, Withdrawal] }, charge: [{ fee: return-postage, amount: 5.00 EUR }] }, { id: a, charge: none }")]
    [InlineData("DE", "fees", "{ id: x, charge: [{ fee: restocking, amount: 10%, waive: { order.consumer: true } }, { fee: handling, amount: 0% }] }")]
    public void Check_SoundRules_AreNotBlamed(string market, string question, string rules)
    {
        // In Germany what is never answered by y is the order in yen.
        var findings = ProofShop.Check(Shop.Parse(Text((question, rules))), market).Findings;

        Assert.DoesNotContain(findings, finding => finding.Kind is not (FindingKind.NoFloor or FindingKind.NeverMatches or FindingKind.Contradiction));
    }

    [Fact]
    public void Check_OtherDocument_LimitsTheDaysOfOrders()
    {
        var (first, second) = (Shop.Parse(Text(("review", "{ id: x, when: { order.placed: { from: 2026-06-01 } }, review: r }, { id: a, approve: true }"))), Shop.Parse(Text().Replace("2020-01-01", "2026-06-01", StringComparison.Ordinal)));
        var specific = Shop.Parse(Text().Replace("from: 2020-01-01", "from: 2019-01-01\nmarkets: [DE]", StringComparison.Ordinal));
        var book = new PolicyBook([first, second, specific]);

        Assert.Equal(FindingKind.NeverMatches, Assert.Single(PolicyCheck.Run(book, first, "p", [ProofShop.Market("GB")]).Findings).Kind);
        Assert.Equal(FindingKind.NeverInForce, Assert.Single(PolicyCheck.Run(book, second, "p", [ProofShop.Market("DE")]).Findings).Kind);
        Assert.Empty(PolicyCheck.Run(book, specific, "p", [ProofShop.Market("GB"), ProofShop.Market("DE")]).Findings);
    }

    [Fact]
    public void Check_TooMuchToProve_IsSaid()
    {
        var policy = Shop.Parse(Text(("review", "{ id: x, when: { item.tags: a }, review: r }, { id: y, when: { item.tags: b }, approve: true }")));
        var proof = PolicyCheck.Run(new PolicyBook([policy]), policy, "p", [ProofShop.Market("DE")], steps: 2);
        Assert.Contains(proof.Findings, finding => finding.Kind == FindingKind.NotProved);
        Assert.DoesNotContain(proof.Findings, finding => finding.Severity == FindingSeverity.Error);
        Assert.EndsWith("not all of it could be proved", proof.ToString(), StringComparison.Ordinal);

        var wide = Shop.Parse(Text(("review", string.Concat(Enumerable.Range(1, 130).Select(n => $"{{ id: r{n}, when: {{ item.weight: {n * 2} }}, review: r }}, ")) + "{ id: a, approve: true }")));
        Assert.Equal(FindingKind.NotProved, Assert.Single(ProofShop.Check(wide, "DE").Findings).Kind);
    }

    [Fact]
    public void Check_Finding_HasItsPlaceAndAnOrderToRead()
    {
        var policy = Shop.Parse("policy: p\nfrom: 2020-01-01\n" + string.Concat(Sound.SkipLast(1).Select(pair => $"{pair.Question}: [{pair.Rules}]\n")) + "review:\n  - id: gift\n    when: { order.gift: true }\n    approve: true\n");

        Assert.Equal(
            """
            test.yaml:9:1: warning: No rule of 'review' answers some requests; a person has to [DE]
              for example: reason: Missing, market: DE, item.amount: 40.00 EUR, order.placed: 2026-01-12, order.delivered: unknown, order.gift: false, asked on: 2026-01-20
            """,
            Assert.Single(ProofShop.Check(policy, "DE").Findings).ToString(),
            ignoreLineEndingDifferences: true);
    }

    private static string Text(params (string Question, string? Rules)[] instead)
    {
        var rules = Sound.Select(pair => instead.FirstOrDefault(other => string.Equals(other.Question, pair.Question, StringComparison.Ordinal)) is { Question: not null } other ? other : pair);
        return "policy: p\nfrom: 2020-01-01\n" + string.Concat(rules.Where(pair => pair.Rules is not null).Select(pair => $"{pair.Question}: [{pair.Rules}]\n"));
    }
}
