using Portal.Returns;
using Portal.Web.Resources;

namespace Portal.Web.Tests.Resources;

/// <summary>In the tables <c>_</c> stands for a no-break space and <c>~</c> for a narrow one.</summary>
public sealed class MoneyFormatTests
{
    [Theory]
    [InlineData("en", "USD", 1800, "$18.00")]
    [InlineData("en", "EUR", 1800, "€18.00")]
    [InlineData("en", "GBP", 123456789, "£1,234,567.89")]
    [InlineData("en", "JPY", 1800, "¥1,800")]
    [InlineData("en", "KWD", 1500, "KWD_1.500")]
    [InlineData("en", "AED", 9000, "AED_90.00")]
    [InlineData("de", "USD", 1800, "18,00_$")]
    [InlineData("de", "EUR", 123456789, "1.234.567,89_€")]
    [InlineData("de", "JPY", 1800, "1.800_¥")]
    [InlineData("de", "KWD", 1500, "1,500_KWD")]
    [InlineData("fr", "USD", 1800, "18,00_$")]
    [InlineData("fr", "EUR", 123456, "1~234,56_€")]
    [InlineData("fr", "JPY", 1800, "1~800_¥")]
    [InlineData("fr", "KWD", 1500, "1,500_KWD")]
    [InlineData("es", "USD", 1800, "18,00_$")]
    [InlineData("es", "EUR", 1234567, "12.345,67_€")]
    [InlineData("es", "JPY", 18000, "18.000_¥")]
    [InlineData("es", "KWD", 1500, "1,500_KWD")]
    [InlineData("ja", "USD", 1800, "$18.00")]
    [InlineData("ja", "EUR", 1800, "€18.00")]
    [InlineData("ja", "JPY", 1800, "￥1,800")]
    [InlineData("ja", "KWD", 1500, "KWD_1.500")]
    [InlineData("ar", "USD", 1800, "18.00_US$")]
    [InlineData("ar", "EUR", 1800, "18.00_€")]
    [InlineData("ar", "JPY", 1800, "1,800_¥")]
    [InlineData("ar", "KWD", 1500, "1.500_د.ك")]
    [InlineData("ar", "AED", 9000, "90.00_د.إ")]
    [InlineData("en", "EUR", 0, "€0.00")]
    [InlineData("en", "EUR", -5, "−€0.05")]
    [InlineData("de", "KWD", -1500, "−1,500_KWD")]
    [InlineData("ar", "AED", -9000, "\u2066−90.00\u2069_د.إ")]
    public void Format_Amount_IsWrittenAsTheLocaleDoes(string locale, string currency, long minor, string expected) => Assert.Equal(
        expected.Replace('_', '\u00a0').Replace('~', '\u202f'),
        MoneyFormat.Format(new Money(minor, Currency.Of(currency)), Locale.TryOf(locale)!));
}
