using CsCheck;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;

namespace Portal.Returns.Tests.Decisions;

/// <summary>Facts about an order that only rules read: neither the engine nor the law does.</summary>
internal sealed record RandomFacts(string Word, int Number, bool IsReversed)
{
    private static readonly string[] Words = ["", "fragile", "final-sale", "vip", "wholesale"];

    public static Gen<RandomFacts> Any { get; } = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 1_000], Gen.Bool, (word, number, isReversed) => new RandomFacts(Words[word], number, isReversed));

    /// <summary>The order with these facts where the policy names none of them.</summary>
    public OrderFacts In(Policy policy, OrderFacts order)
    {
        var line = order.Lines[0];
        if (!Uses("item.sku") && !Uses("item.weight"))
        {
            line = line with { Sku = Word, WeightGrams = Number };
        }

        if (!Uses("item.tags"))
        {
            // The law reads its own tags, in any order.
            line = line with { Tags = [.. IsReversed ? line.Tags.Reverse() : line.Tags, "of-no-meaning"] };
        }

        return order with
        {
            Channel = Uses("channel") ? order.Channel : Word,
            Tags = Uses("order.tags") ? order.Tags : [Word],
            Shopper = Uses("shopper") ? order.Shopper : new ShopperFacts(Number, Number / 2, Number / 3, [Word]),
            Payments = Uses("payment.means") || Uses("first:") ? order.Payments : [order.Payments[0] with { Means = Word }],
            Lines = [line, .. order.Lines.Skip(1)],
        };

        bool Uses(string fact) => policy.Text.Contains(fact, StringComparison.Ordinal);
    }
}
