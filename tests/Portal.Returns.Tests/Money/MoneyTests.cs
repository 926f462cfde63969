namespace Portal.Returns.Tests.Amounts;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(1800, "EUR", "18.00 EUR")]
    [InlineData(-5, "EUR", "-0.05 EUR")]
    [InlineData(1800, "JPY", "1800 JPY")]
    [InlineData(1800, "KWD", "1.800 KWD")]
    public void ToString_Amount_HasTheDecimalsOfItsCurrency(long minor, string currency, string text) =>
        Assert.Equal(text, new Money(minor, Currency.Of(currency)).ToString(), StringComparer.Ordinal);

    [Fact]
    public void Add_TwoCurrencies_Throws() =>
        Assert.Throws<InvalidOperationException>(() => new Money(1, Currency.Of("EUR")) + new Money(1, Currency.Of("USD")));

    [Fact]
    public void Add_BeyondRange_Throws() =>
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, Currency.Of("EUR")) + new Money(1, Currency.Of("EUR")));

    [Fact]
    public void Arithmetic_BeyondRange_Throws()
    {
        Assert.Throws<OverflowException>(() => Euros(long.MinValue) - Euros(1));
        Assert.Throws<OverflowException>(() => -Euros(long.MinValue));
        Assert.Throws<OverflowException>(() => Euros(long.MaxValue) * 2);
        Assert.Throws<OverflowException>(() => Money.FromAmount(1_000_000_000_000_000_000m, Currency.Of("EUR")));
    }

    [Theory]
    [InlineData(1, 2, true, true, false, false)]
    [InlineData(2, 2, false, true, true, false)]
    [InlineData(3, 2, false, false, true, true)]
    public void Compare_Amounts_IsByMinorUnits(long left, long right, bool isLess, bool isAtMost, bool isAtLeast, bool isMore)
    {
        Assert.Equal((isLess, isAtMost, isAtLeast, isMore), (Euros(left) < Euros(right), Euros(left) <= Euros(right), Euros(left) >= Euros(right), Euros(left) > Euros(right)));
        Assert.Equal(Math.Min(left, right), Money.Min(Euros(left), Euros(right)).Minor);
    }

    [Fact]
    public void Compare_TwoCurrencies_Throws() => Assert.Throws<InvalidOperationException>(() => Euros(1) < Money.Zero(Currency.Of("USD")));

    [Theory]
    [InlineData("18.00 EUR", 1800)]
    [InlineData("18 EUR", 1800)]
    [InlineData("-0.05 EUR", -5)]
    [InlineData("92233720368547758.07 EUR", long.MaxValue)]
    [InlineData("1.8 KWD", 1800)]
    public void TryParse_WhatToStringWrites_IsRead(string text, long minor)
    {
        Assert.True(Money.TryParse(text, out var money));
        Assert.Equal((minor, text[^3..]), (money.Minor, money.Currency.Code));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("18.00")]
    [InlineData("18.00 XXX")]
    [InlineData("18,00 EUR")]
    [InlineData("18.001 EUR")]
    [InlineData("1.5 JPY")]
    [InlineData("18.00 EUR x")]
    [InlineData("92233720368547758.08 EUR")]
    public void TryParse_AnythingElse_IsFalse(string? text)
    {
        Assert.False(Money.TryParse(text, out var money));
        Assert.Equal(default, money);
    }

    [Fact]
    public void Null_IsNoCurrency()
    {
        Assert.Throws<ArgumentNullException>(() => new Money(1, null!));
        Assert.Throws<ArgumentNullException>(() => Money.FromAmount(1m, null!));
    }

    [Fact]
    public void FromAmount_TooManyDecimals_Throws() => Assert.Throws<ArgumentException>(() => Money.FromAmount(1.5m, Currency.Of("JPY")));

    [Fact]
    public void Default_HasNoCurrency() => Assert.Throws<InvalidOperationException>(() => default(Money).Currency);

    private static Money Euros(long minor) => new(minor, Currency.Of("EUR"));
}
