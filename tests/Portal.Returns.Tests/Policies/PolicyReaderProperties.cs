using System.Diagnostics;
using System.Text;
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
        limits: { low: { DE: 25.00 EUR, JP: 3000 JPY }, twice: 2, part: { DE: 5%, other: 12.5% } }
        eligibility:
          - { id: a, when: { kind: Return, any: [{ item.tags: [x, y] }, { not: { delivered: true } }] }, refuse: no, article: c/d }
          - { id: b, allow: true }
        window:
          - { id: a, when: { order.placed: { from: 2026-11-01, to: 2026-12-24 } }, days: 30, from: order, notBefore: 2027-01-31 }
          - { id: b, days: { DE: 30, JP: 10 } }
        resolutions: [{ id: a, offer: [Refund, StoreCredit], bonus: 10% }]
        shipment:
          - { id: a, internal: true, reason: r, when: { item.amount: { atMost: low }, shopper.returnless: { below: twice } }, method: Keep }
          - { id: b, method: SendBack }
        fees: [{ id: a, charge: [{ fee: f, amount: { DE: 1.00 EUR, other: 5% }, waive: { shopper.tags: gold } }] }, { id: b, charge: none }]
        refundWhen: [{ id: a, at: received }]
        review: [{ id: a, when: { item.quantity: 3, item.weight: { atMost: 9, unknown: true } }, review: r }, { id: b, approve: true }]
        """;

    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

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
    }, iter: Properties.Cases(20_000));

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

    /// <summary>A million with PORTAL_LONG=1; each is bytes of a policy, some of them changed, read as a file is.</summary>
    [Fact]
    public void Read_MutatedBytes_IsQuickAndNeverThrows()
    {
        byte[][] originals = [Encoding.UTF8.GetBytes(Compact), Encoding.UTF8.GetBytes(Shop.Shipped.Text), Encoding.UTF8.GetBytes(PolicyWriter.Write(Shop.Shipped))];
        var count = Environment.GetEnvironmentVariable("PORTAL_LONG") is "1" ? 1_000_000 : Properties.Cases(3_000);
        Gen.Select(Gen.Int[0, originals.Length - 1], Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 40], Gen.Int[0, 4], Gen.Byte).Array[1, 6]).Sample(
            (original, mutations) =>
            {
                var text = Decode(mutations.Aggregate(originals[original], Mutate));
                var (reading, took) = Timed(text);
                Assert.Equal(reading.Policy is null, reading.Errors.Count > 0);
                Assert.All(reading.Errors, error => Assert.True(error.Line > 0 && error.Column > 0));

                // A machine that is busy with something else is slow once or twice, a slow reader every time.
                Assert.False(took > Limit && Timed(text).Took > Limit && Timed(text).Took > Limit, "Reading takes over 100 ms.");
            },
            iter: count);

        static (PolicyReading Reading, TimeSpan Took) Timed(string text)
        {
            var start = Stopwatch.GetTimestamp();
            var reading = PolicyReader.Read("p.yaml", text);
            return (reading, Stopwatch.GetElapsedTime(start));
        }
    }

    private static string Decode(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static byte[] Mutate(byte[] bytes, (int At, int Length, int Kind, byte Value) mutation)
    {
        var at = mutation.At % (bytes.Length + 1);
        var end = Math.Min(bytes.Length, at + mutation.Length);
        return mutation.Kind switch
        {
            0 => [.. bytes[..at], .. bytes[end..]],
            1 => [.. bytes[..at], mutation.Value, .. bytes[at..]],
            2 => [.. bytes[..end], .. bytes[at..]],
            3 => [.. bytes[..at], mutation.Value, .. bytes[Math.Min(bytes.Length, at + 1)..]],
            _ => [.. bytes[..at], .. Enumerable.Repeat(mutation.Value, mutation.Length * 4), .. bytes[end..]],
        };
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
