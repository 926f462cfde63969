using CsCheck;
using Portal.Returns.Policies;

namespace Portal.Returns.Tests.Policies;

public sealed class PolicyReaderProperties
{
    private const string Alphabet = "{}[]:,-#&*!|>'\"%@`?\n\t \0\u0085\u2028aeé0.9~\ud83d";

    /// <summary>Every construct once, in few letters, so that mutations hit something.</summary>
    private const string Compact = """
        policy: p
        from: 2025-01-01
        markets: [DE, JP]
        article: a/b
        limits: { low: { DE: 25.00 EUR, JP: 3000 JPY }, twice: 2 }
        eligibility:
          - { id: a, when: { kind: Return, any: [{ item.tags: [x, y] }, { not: { delivered: true } }] }, refuse: no, article: c/d }
          - { id: b, allow: true }
        window:
          - { id: a, when: { order.placed: { from: 2026-11-01, to: 2026-12-24 } }, days: 30, from: order, notBefore: 2027-01-31 }
          - { id: b, days: { DE: 30, JP: 10 } }
        resolutions: [{ id: a, offer: [Refund, Repair] }]
        shipment:
          - { id: a, internal: true, reason: r, when: { item.amount: { atMost: low }, shopper.returnless: { below: twice } }, method: Keep }
          - { id: b, method: SendBack }
        fees: [{ id: a, charge: [{ fee: f, amount: { DE: 1.00 EUR } }] }, { id: b, charge: none }]
        refundWhen: [{ id: a, at: received }]
        review: [{ id: a, when: { item.quantity: 3 }, review: r }, { id: b, approve: true }]
        """;

    private static readonly Gen<(int At, int Length, int Kind, string Text)[]> Mutations =
        Gen.Select(Gen.Int[0, Compact.Length - 1], Gen.Int[0, 60], Gen.Int[0, 4], Gen.Char[Alphabet].Array[0, 4].Select(characters => new string(characters))).Array[1, 4];

    [Fact]
    public void Read_MutatedPolicy_NeverThrows() => Mutations.Sample(mutations =>
    {
        var text = mutations.Aggregate(Compact, Mutate);
        var reading = PolicyReader.Read("p.yaml", text);
        Assert.Equal(reading.Policy is null, reading.Errors.Count > 0);
        Assert.All(reading.Errors, error => Assert.True(error.Line > 0 && error.Column > 0));
        if (reading.Policy is { } policy)
        {
            Assert.All(PolicyValues.Names(policy), name => PolicyValues.Find(policy, name, "DE"));
        }
    }, iter: 20_000);

    [Theory]
    [InlineData("? ")]
    [InlineData("- ")]
    [InlineData("a: ")]
    [InlineData("a: b\n")]
    [InlineData("\"")]
    [InlineData("'\n")]
    [InlineData("*a ")]
    [InlineData("&a ")]
    [InlineData("!x ")]
    [InlineData("%YAML 1.2\n")]
    [InlineData("---\n")]
    [InlineData("|\n")]
    [InlineData("[a](")]
    [InlineData("{a, ")]
    [InlineData("\t")]
    public void Read_LongNonsense_IsAnError(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 100_000 / part.Length));

        Assert.NotEmpty(PolicyReader.Read("p.yaml", text).Errors);
        Assert.NotEmpty(PolicyReader.Read("p.yaml", "policy: p\nfrom: 2025-01-01\nreview: " + text).Errors);
    }

    private static string Mutate(string text, (int At, int Length, int Kind, string Text) mutation)
    {
        var at = Math.Min(mutation.At, text.Length);
        var length = Math.Min(mutation.Length, text.Length - at);
        return mutation.Kind switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, mutation.Text),
            2 => text.Insert(at, text.Substring(at, length)),
            3 => text.Remove(at, length).Insert(at, mutation.Text),
            _ => text[..at],
        };
    }
}
