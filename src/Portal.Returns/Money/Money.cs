using System.Globalization;

namespace Portal.Returns;

/// <summary>An amount of money in integer minor units of its currency (1800 EUR-cents, 1800 yen, 1800 fils). Arithmetic is checked.</summary>
public readonly record struct Money : IComparable<Money>
{
    private readonly Currency? _currency;

    public Money(long minor, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        (Minor, _currency) = (minor, currency);
    }

    /// <summary>The amount in minor units; may be negative.</summary>
    public long Minor { get; }

    /// <exception cref="InvalidOperationException">This is <c>default(Money)</c>, which has no currency.</exception>
    public Currency Currency => _currency ?? throw new InvalidOperationException("default(Money) has no currency.");

    /// <summary>The amount in major units: 18.00 for 1800 EUR-cents.</summary>
    public decimal Amount => Minor / PowerOfTen(Currency.Decimals);

    public bool IsZero => Minor == 0;

    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>An amount given in major units.</summary>
    /// <exception cref="ArgumentException">The amount has more decimals than the currency.</exception>
    public static Money FromAmount(decimal amount, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        var minor = amount * PowerOfTen(currency.Decimals);
        return minor == decimal.Truncate(minor)
            ? new Money(checked((long)minor), currency)
            : throw new ArgumentException($"{amount.ToString(CultureInfo.InvariantCulture)} has more than the {currency.Decimals} decimals of {currency.Code}.", nameof(amount));
    }

    public static Money operator +(Money left, Money right) => new(checked(left.Minor + Same(left, right).Minor), left.Currency);

    public static Money operator -(Money left, Money right) => new(checked(left.Minor - Same(left, right).Minor), left.Currency);

    public static Money operator -(Money value) => new(checked(-value.Minor), value.Currency);

    public static Money operator *(Money value, int factor) => new(checked(value.Minor * factor), value.Currency);

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    public static Money Min(Money left, Money right) => left <= right ? left : right;

    public int CompareTo(Money other) => Minor.CompareTo(Same(this, other).Minor);

    /// <summary>Invariant text such as <c>18.00 EUR</c>, which the policy language reads back.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Amount.ToString("F" + Currency.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)} {Currency.Code}");

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out Money money)
    {
        money = default;
        if (text?.Split(' ') is not [var number, var code]
            || Currency.TryOf(code) is not { } currency
            || !decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || amount.Scale > currency.Decimals
            || Math.Abs(amount) > long.MaxValue / PowerOfTen(currency.Decimals))
        {
            return false;
        }

        money = FromAmount(amount, currency);
        return true;
    }

    private static Money Same(Money left, Money right) => left.Currency == right.Currency
        ? right
        : throw new InvalidOperationException($"{left.Currency} and {right.Currency} cannot be combined.");

    private static decimal PowerOfTen(int decimals) => decimals switch { 0 => 1m, 1 => 10m, 2 => 100m, 3 => 1000m, _ => 10000m };
}
