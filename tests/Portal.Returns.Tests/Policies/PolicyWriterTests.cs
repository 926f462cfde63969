using CsCheck;
using Portal.Returns.Policies;

namespace Portal.Returns.Tests.Policies;

public sealed class PolicyWriterTests
{
    [Fact]
    public void Write_AnyPolicy_ReadsBackAsAnEqualOne() => RandomPolicies.All.Sample(
        policy =>
        {
            var written = PolicyWriter.Write(policy);
            var reading = PolicyReader.Read("written.yaml", written);

            Assert.True(reading.Policy is not null, $"{string.Join('\n', reading.Errors)}\n{written}");
            Assert.Null(RandomPolicies.Difference(policy, reading.Policy));
            Assert.Equal(written, PolicyWriter.Write(reading.Policy), StringComparer.Ordinal);
        },
        iter: Properties.Cases(10_000),
        print: PolicyWriter.Write);

    [Fact]
    public void Write_ShippedPolicy_ReadsBackAsTheSame()
    {
        var canonical = Shop.Parse(PolicyWriter.Write(Shop.Shipped));

        Assert.Null(RandomPolicies.Difference(Shop.Shipped, canonical));
        Assert.Equal(Shop.Shipped.Hash, canonical.Hash, StringComparer.Ordinal);
    }

    [Fact]
    public void Write_Policy_LooksLikeThis() => Assert.Equal(
        """
        policy: p
        from: 2025-01-01
        markets: [JP, DE]
        article: a/b
        limits:
          low: { DE: 25.00 EUR, JP: 3000 JPY }
          share: { JP: 10%, other: 12.5% }
        eligibility:
          - id: a
            when: { item.tags: [x, "true"], any: [{ kind: Return, delivered: false }, { not: { item.amount: { below: low } } }] }
            refuse: no
            article: c/d
            internal: true
          - id: b
            allow: true
        window:
          - id: a
            when: { order.delivered: { from: 2026-11-01, to: 2026-11-01 } }
            days: 30
            from: delivery
            notBefore: 2027-01-31
        fees:
          - id: a
            charge: [{ fee: f, amount: share, waive: { shopper.tags: gold } }]
            reason: r

        """,
        PolicyWriter.Write(Shop.Parse("""
            # What a person wrote.
            fees: [{ reason: r, charge: [{ waive: { shopper.tags: [gold] }, amount: share, fee: f }], id: 'a' }]
            window: [{ id: a, when: { order.delivered: 2026-11-01 }, notBefore: "2027-01-31", days: 30 }]
            eligibility:
              - { id: a, internal: true, article: c/d, when: { item.tags: [x, true], any: [{ kind: [Return], delivered: false }, { not: { item.amount: { below: low } } }] }, refuse: no }
              - { id: b, allow: true, internal: false }
            policy: p
            from: 2025-01-01
            markets: [JP, DE]
            article: a/b
            limits: { low: { JP: 3000 JPY, DE: 25 EUR }, share: { other: 12.50%, JP: 10% } }
            """)),
        StringComparer.Ordinal);
}
