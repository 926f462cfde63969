namespace Portal.Returns.Tests;

public sealed class RateTests
{
    [Theory]
    [InlineData("15%", "40.00 EUR", "6.00 EUR")]
    [InlineData("12.5%", "0.04 EUR", "0.01 EUR")]
    [InlineData("12.5%", "0.03 EUR", "0.00 EUR")]
    [InlineData("0.01%", "50.00 EUR", "0.01 EUR")]
    [InlineData("0.01%", "49.99 EUR", "0.00 EUR")]
    [InlineData("15%", "1110 JPY", "167 JPY")]
    [InlineData("10%", "7.505 KWD", "0.751 KWD")]
    [InlineData("100%", "1000000000000.00 EUR", "1000000000000.00 EUR")]
    [InlineData("0%", "1.00 EUR", "0.00 EUR")]
    public void Of_Percent_IsRoundedHalfUp(string percent, string paid, string expected)
    {
        Assert.True(Rate.TryPercent(percent, out var rate));
        Assert.Equal(expected, rate.Of(Amount(paid)).ToString(), StringComparer.Ordinal);
        Assert.Equal(percent, rate.ToString(), StringComparer.Ordinal);
    }

    [Fact]
    public void Of_NegativeAmount_IsZero() => Assert.Equal("0.00 EUR", Rate.OfPercent(15).Of(-Amount("1.00 EUR")).ToString(), StringComparer.Ordinal);

    [Fact]
    public void Of_FixedAmount_IsIt_InItsCurrencyOnly()
    {
        var rate = new Rate(Amount("5.00 EUR"));

        Assert.Equal("5.00 EUR", rate.Of(Amount("1.00 EUR")).ToString(), StringComparer.Ordinal);
        Assert.Throws<InvalidOperationException>(() => rate.Of(Amount("1.00 USD")));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rate(-Amount("5.00 EUR")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("15")]
    [InlineData("-1%")]
    [InlineData("100.01%")]
    [InlineData("1.005%")]
    [InlineData("1,5%")]
    [InlineData(" 1%")]
    public void TryPercent_Nonsense_IsFalse(string text) => Assert.False(Rate.TryPercent(text, out _));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(100.01)]
    [InlineData(1.005)]
    public void OfPercent_OutOfRange_Throws(double percent) => Assert.Throws<ArgumentOutOfRangeException>(() => Rate.OfPercent((decimal)percent));

    [Fact]
    public void OfPercent_TellsItsShare()
    {
        Assert.Equal((true, 12.5m, null), (Rate.OfPercent(12.5m).IsPercent, Rate.OfPercent(12.5m).Percent, Rate.OfPercent(12.5m).Amount));
        Assert.Equal((false, 0m), (new Rate(Amount("5.00 EUR")).IsPercent, new Rate(Amount("5.00 EUR")).Percent));
    }

    private static Money Amount(string text)
    {
        var parts = text.Split(' ');
        return Money.FromAmount(decimal.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), Currency.Of(parts[1]));
    }
}
