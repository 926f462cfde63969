using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Portal.Returns;

/// <summary>A fixed amount, or per cent of an amount that is only known later. Not negative; at most 100 %, in hundredths of a per cent.</summary>
public readonly record struct Rate
{
    private const int Whole = 10_000;

    private readonly int _hundredths;

    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public Rate(Money amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount.Minor, nameof(amount));
        Amount = amount;
    }

    private Rate(int hundredths) => _hundredths = hundredths;

    /// <summary>The fixed amount, or null when it is per cent.</summary>
    public Money? Amount { get; }

    [MemberNotNullWhen(false, nameof(Amount))]
    public bool IsPercent => Amount is null;

    /// <summary>Per cent, 0 to 100; 0 for a fixed amount.</summary>
    public decimal Percent => _hundredths / 100m;

    /// <param name="percent">0 to 100, with at most two decimals.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is outside of that.</exception>
    public static Rate OfPercent(decimal percent) => percent is >= 0 and <= 100 && decimal.Round(percent, 2) == percent
        ? new Rate((int)(percent * 100))
        : throw new ArgumentOutOfRangeException(nameof(percent));

    /// <summary>Reads per cent such as <c>12.5%</c>.</summary>
    public static bool TryPercent(string text, out Rate rate)
    {
        ArgumentNullException.ThrowIfNull(text);
        rate = default;
        if (!text.EndsWith('%')
            || !decimal.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            || percent > 100
            || decimal.Round(percent, 2) != percent)
        {
            return false;
        }

        rate = OfPercent(percent);
        return true;
    }

    /// <summary>The fixed amount, or so many per cent of what was paid, rounded half up to the minor unit; not negative.</summary>
    /// <exception cref="InvalidOperationException">The fixed amount is in another currency.</exception>
    public Money Of(Money paid)
    {
        if (Amount is { } amount)
        {
            return amount.Currency == paid.Currency ? amount : throw new InvalidOperationException($"{amount} is not in {paid.Currency}.");
        }

        var share = (((Int128)Math.Max(0, paid.Minor) * _hundredths) + (Whole / 2)) / Whole;
        return new Money((long)share, paid.Currency);
    }

    /// <summary>Invariant text such as <c>12.5%</c> or <c>5.00 EUR</c>, which the policy language reads back.</summary>
    public override string ToString() =>
        Amount?.ToString() ?? Percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
