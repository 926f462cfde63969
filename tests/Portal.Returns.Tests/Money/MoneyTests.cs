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
    public void FromAmount_TooManyDecimals_Throws() => Assert.Throws<ArgumentException>(() => Money.FromAmount(1.5m, Currency.Of("JPY")));

    [Fact]
    public void Default_HasNoCurrency() => Assert.Throws<InvalidOperationException>(() => default(Money).Currency);
}
