using NodaTime;
using Portal.Returns.Policies;

namespace Portal.Returns.Tests.Policies;

public sealed class PolicyValuesTests
{
    [Fact]
    public void Find_ShippedPolicy_GivesWhatArticlesQuote()
    {
        Assert.Equal(new PolicyValue.Days(30), Find("returns.window", "DE"));
        Assert.Equal(new PolicyValue.Day(new LocalDate(2027, 1, 31)), Find("returns.window.holiday.until", "US"));
        Assert.Equal(new PolicyValue.Days(730), Find("returns.window.claim", "US"));
        Assert.Equal(new PolicyValue.Amount(Money.FromAmount(7.5m, Currency.Of("KWD"))), Find("returns.limits.returnless", "KW"));
        Assert.Equal(new PolicyValue.Number(2), Find("returns.limits.returnless-per-year", "JP"));
        Assert.Equal(new PolicyValue.Days(14), Find("law.withdrawal", "FR"));
        Assert.Null(Find("law.withdrawal", "US"));
        Assert.Null(Find("returns.limits.returnless", "CH"));
        Assert.Null(Find("returns.nothing", "US"));
    }

    [Fact]
    public void Find_WindowByMarket_LooksPastExceptions()
    {
        var policy = Shop.Parse("""
            policy: p
            from: 2025-01-01
            window:
              - { id: claim, when: { kind: Claim }, days: 700 }
              - { id: vip, when: { shopper.tags: vip }, days: 90 }
              - { id: japan, when: { market: [JP, KW] }, days: 8 }
              - { id: rest, days: { US: 30, DE: 60 } }
            fees:
              - { id: postage, charge: [{ fee: return-postage, amount: { US: 5.00 USD } }] }
            """);

        Assert.Equal(
            [new PolicyValue.Days(8), new PolicyValue.Days(60), null],
            new[] { "JP", "DE", "GB" }.Select(market => PolicyValues.Find(policy, "p.window", market)));
        Assert.Equal(new PolicyValue.Amount(Money.FromAmount(5m, Currency.Of("USD"))), PolicyValues.Find(policy, "p.fees.postage.return-postage", "US"));
    }

    [Fact]
    public void Find_PerCentAndDaysByMarket_AreAsInTheMarket()
    {
        var policy = Shop.Parse("""
            policy: p
            from: 2025-01-01
            limits: { restocking: 12.5%, share: { JP: 500 JPY, DE: 10% } }
            window: [{ id: holiday, days: 30, notBefore: { US: 2027-01-15, other: 2027-01-31 } }]
            resolutions: [{ id: any, offer: [Refund, StoreCredit], bonus: share }]
            fees: [{ id: any, charge: [{ fee: restocking, amount: { JP: 500 JPY, other: 15% } }] }]
            """);

        Assert.Equal(new PolicyValue.Percent(12.5m), PolicyValues.Find(policy, "p.limits.restocking", "US"));
        Assert.Equal(new PolicyValue.Amount(Money.FromAmount(500m, Currency.Of("JPY"))), PolicyValues.Find(policy, "p.resolutions.any.bonus", "JP"));
        Assert.Null(PolicyValues.Find(policy, "p.resolutions.any.bonus", "US"));
        Assert.Equal(new PolicyValue.Percent(15m), PolicyValues.Find(policy, "p.fees.any.restocking", "DE"));
        Assert.Equal(new PolicyValue.Amount(Money.FromAmount(500m, Currency.Of("JPY"))), PolicyValues.Find(policy, "p.fees.any.restocking", "JP"));
        Assert.Equal(new PolicyValue.Day(new LocalDate(2027, 1, 15)), PolicyValues.Find(policy, "p.window.holiday.until", "US"));
    }

    [Fact]
    public void Names_ShippedPolicy_AreAllFoundSomewhere() => Assert.All(
        PolicyValues.Names(Shop.Shipped),
        name => Assert.Contains(new[] { "US", "DE" }, market => Find(name, market) is not null));

    private static PolicyValue? Find(string name, string market) => PolicyValues.Find(Shop.Shipped, name, market);
}
