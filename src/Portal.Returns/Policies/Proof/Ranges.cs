using NodaTime;

namespace Portal.Returns.Policies.Proof;

/// <summary>Bounds and days of the policy language as ranges of whole numbers.</summary>
internal static class Ranges
{
    /// <summary>Beyond every number that a bound can name.</summary>
    public const long Highest = long.MaxValue / 4;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    public static long DayNumber(LocalDate day) => Period.DaysBetween(Epoch, day);

    public static LocalDate Day(long number) => Epoch.PlusDays((int)number);

    /// <summary>The ranges in all of which a value must lie in a market, in the order in which they are judged; null for one that cannot be judged.</summary>
    public static IEnumerable<(long Least, long Most)?> Of<T>(Bounds<T> bounds, string market, Func<T, long?> number)
        where T : struct, IComparable<T>
    {
        (MarketValue<T>? Value, Func<long, (long, long)> Range)[] parts =
        [
            (bounds.Exactly, value => (value, value)),
            (bounds.AtLeast, value => (value, Highest)),
            (bounds.AtMost, value => (-Highest, value)),
            (bounds.Above, value => (value + 1, Highest)),
            (bounds.Below, value => (-Highest, value - 1)),
        ];
        return parts
            .Where(part => part.Value is not null)
            .Select(part => part.Value!.Find(market) is { } value && number(value) is { } whole ? part.Range(Math.Clamp(whole, -Highest, Highest)) : ((long, long)?)null);
    }

    /// <summary>The ranges of a condition on a number or an amount.</summary>
    public static IEnumerable<(long Least, long Most)?> Of(FactCondition condition, ProofMarket market) => condition switch
    {
        NumberCondition number => Of(number.Bounds, market.Code, value => value),
        AmountCondition amount => Of(amount.Bounds, market.Code, value => value.Currency == market.Currency ? value.Minor : null),
        _ => [],
    };

    /// <summary>The cells into which ranges cut a domain.</summary>
    public static IReadOnlyList<Cell> Cut(long least, IEnumerable<(long Least, long Most)?> ranges)
    {
        var starts = ranges.OfType<(long Least, long Most)>()
            .SelectMany(range => new[] { range.Least, range.Most + 1 })
            .Where(start => start > least && start <= Highest)
            .Append(least)
            .Distinct()
            .Order()
            .ToList();
        return [.. starts.Select((start, i) => new Cell(start, i + 1 < starts.Count ? starts[i + 1] - 1 : Highest))];
    }
}
