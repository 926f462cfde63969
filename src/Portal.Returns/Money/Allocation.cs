namespace Portal.Returns;

/// <summary>Shares amounts out by largest remainder. No minor unit is ever lost; on equal remainders the lowest index wins.</summary>
public static class Allocation
{
    /// <summary>
    /// Shares <paramref name="total"/> in proportion to <paramref name="weights"/>; the shares sum to it exactly.
    /// While the total is at most the sum of the weights, no share exceeds its weight.
    /// Shares are whole steps as far as that allows; what is left, less than a step or without room for one, goes
    /// to the next largest remainders that have room. With all weights zero, all count alike.
    /// </summary>
    /// <param name="total">May be negative; it is then shared as its negation is.</param>
    /// <param name="weights">Not negative; at least one unless the total is zero.</param>
    /// <param name="step">The smallest step in minor units, at least 1.</param>
    public static IReadOnlyList<Money> Split(Money total, IReadOnlyList<long> weights, int step = 1)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        for (var i = 0; i < weights.Count; i++)
        {
            if (weights[i] < 0)
            {
                throw new ArgumentException("Weights are not negative.", nameof(weights));
            }
        }

        if (weights.Count == 0)
        {
            return total.IsZero ? [] : throw new ArgumentException("There is nothing to share over.", nameof(weights));
        }

        if (total.IsZero || weights.Count == 1)
        {
            var same = new Money[weights.Count];
            Array.Fill(same, total);
            return same;
        }

        if (total.Minor < 0)
        {
            return [.. Split(-total, weights, step).Select(share => -share)];
        }

        var sum = Sum(weights);
        return sum == 0
            ? Share(total, [.. weights.Select(_ => 1L)], room: null, step)
            : Share(total, weights, total.Minor <= sum ? weights : null, step);
    }

    /// <summary>The same amounts in whole steps with the same sum; what the sum has below one step stays with one of them.</summary>
    /// <param name="amounts">Not negative, all in one currency.</param>
    /// <param name="step">The smallest step in minor units, at least 1.</param>
    public static IReadOnlyList<Money> RoundToStep(IReadOnlyList<Money> amounts, int step)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        if (amounts.Any(amount => amount.Minor < 0))
        {
            throw new ArgumentException("Amounts are not negative.", nameof(amounts));
        }

        var total = amounts.Skip(1).Aggregate(amounts[0], (sum, amount) => sum + amount);
        return total.IsZero || step == 1 ? amounts : Share(total, [.. amounts.Select(amount => amount.Minor)], room: null, step);
    }

    private static Money[] Share(Money total, IReadOnlyList<long> weights, IReadOnlyList<long>? room, int step)
    {
        var sum = Sum(weights);
        var whole = (Int128)sum * step;
        var shares = new long[weights.Count];
        var remainders = new Int128[weights.Count];
        for (var i = 0; i < shares.Length; i++)
        {
            var (quotient, remainder) = Int128.DivRem((Int128)total.Minor * weights[i], whole);
            (shares[i], remainders[i]) = (checked((long)quotient * step), remainder);
        }

        var rest = total.Minor - Sum(shares);
        int[] byRemainder = [.. Enumerable.Range(0, shares.Length).OrderByDescending(i => remainders[i])];
        var left = (long)rest;
        Queue<int> waiting = [];
        foreach (var i in byRemainder)
        {
            if (left >= step && weights[i] > 0 && (room is null || room[i] - shares[i] >= step))
            {
                shares[i] += step;
                left -= step;
            }
            else
            {
                waiting.Enqueue(i);
            }
        }

        foreach (var i in waiting.Concat(byRemainder).Where(i => weights[i] > 0))
        {
            var given = room is null ? left : Math.Min(left, room[i] - shares[i]);
            shares[i] += given;
            left -= given;
        }

        return [.. shares.Select(share => new Money(share, total.Currency))];
    }

    private static Int128 Sum(IEnumerable<long> values)
    {
        Int128 sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
