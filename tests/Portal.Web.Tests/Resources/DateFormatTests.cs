using NodaTime;
using Portal.Web.Resources;

namespace Portal.Web.Tests.Resources;

public sealed class DateFormatTests
{
    [Theory]
    [InlineData("en", "31 January 2027")]
    [InlineData("de", "31. Januar 2027")]
    [InlineData("fr", "31 janvier 2027")]
    [InlineData("es", "31 de enero de 2027")]
    [InlineData("ja", "2027年1月31日")]
    [InlineData("ar", "31 يناير 2027")]
    public void Day_IsWrittenWithTheMonthsName(string locale, string expected) => Assert.Equal(expected, DateFormat.Day(new LocalDate(2027, 1, 31), Locale.TryOf(locale)!));

    [Theory]
    [InlineData("en", "1 March 2026, 09:05")]
    [InlineData("de", "1. März 2026, 09:05 Uhr")]
    [InlineData("fr", "1er mars 2026, 09:05")]
    [InlineData("es", "1 de marzo de 2026, 09:05")]
    [InlineData("ja", "2026年3月1日 09:05")]
    [InlineData("ar", "1 مارس 2026، 09:05")]
    public void DayAndTime_IsWrittenWithTwentyFourHours(string locale, string expected) =>
        Assert.Equal(expected, DateFormat.DayAndTime(new LocalDateTime(2026, 3, 1, 9, 5), Locale.TryOf(locale)!));
}
