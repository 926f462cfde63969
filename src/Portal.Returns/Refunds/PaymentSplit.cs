using Portal.Returns.Decisions;

namespace Portal.Returns.Refunds;

/// <summary>Shares a refund over payments in proportion to what remains of each, never above it, each in its own step.</summary>
internal static class PaymentSplit
{
    /// <param name="total">What is shared.</param>
    /// <param name="payments">What it was paid with.</param>
    /// <param name="first">Means that are paid back as far as they go before the others, in this order; the rest is shared in proportion.</param>
    public static IReadOnlyList<PaymentShare> Of(Money total, IReadOnlyList<PaymentFacts> payments, IReadOnlyList<string> first)
    {
        var inProportion = Of(total, payments);
        if (first.Count == 0)
        {
            return inProportion;
        }

        var left = total;
        var shares = new Dictionary<string, PaymentShare>(StringComparer.Ordinal);
        foreach (var group in payments.GroupBy(payment => Rank(payment.Means, first)).OrderBy(group => group.Key))
        {
            foreach (var share in Of(left, [.. group]))
            {
                shares.Add(share.PaymentId, share);
                left -= share.Amount;
            }
        }

        // Steps may leave over what in proportion comes out even.
        return left <= inProportion.Aggregate(total, (rest, share) => rest - share.Amount)
            ? [.. payments.Where(payment => shares.ContainsKey(payment.Id)).Select(payment => shares[payment.Id])]
            : inProportion;
    }

    private static int Rank(string means, IReadOnlyList<string> first)
    {
        var rank = 0;
        while (rank < first.Count && !string.Equals(first[rank], means, StringComparison.Ordinal))
        {
            rank++;
        }

        return rank;
    }

    private static IReadOnlyList<PaymentShare> Of(Money total, IReadOnlyList<PaymentFacts> payments)
    {
        var capacities = payments.Select(payment => Floor(Math.Max(0, payment.Remaining.Minor), payment.Step)).ToArray();
        var payable = Math.Min(total.Minor, capacities.Aggregate(0L, (sum, capacity) => checked(sum + capacity)));
        if (payable <= 0)
        {
            return [];
        }

        var shares = Allocation.Split(new Money(payable, total.Currency), capacities)
            .Select((share, i) => Floor(share.Minor, payments[i].Step)).ToArray();
        Fill(shares, payable);
        if (shares.Sum() < payable)
        {
            // In proportion it does not come out even: coarse payments first comes closest, whatever the steps' order.
            Array.Clear(shares);
            Fill(shares, payable);
        }

        return [.. payments.Zip(shares)
            .Where(pair => pair.Second > 0)
            .Select(pair => new PaymentShare(pair.First.Id, new Money(pair.Second, total.Currency)))];

        void Fill(long[] given, long amount)
        {
            var left = amount - given.Sum();
            foreach (var i in Enumerable.Range(0, given.Length).OrderByDescending(i => payments[i].Step))
            {
                var more = Floor(Math.Min(left, capacities[i] - given[i]), payments[i].Step);
                given[i] += more;
                left -= more;
            }
        }
    }

    private static long Floor(long minor, int step) => minor - (minor % step);
}
