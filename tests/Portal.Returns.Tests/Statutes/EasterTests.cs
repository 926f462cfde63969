using NodaTime;
using Portal.Returns.Statutes;

namespace Portal.Returns.Tests.Statutes;

public sealed class EasterTests
{
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2011-04-24")]
    [InlineData("2022-04-17")]
    [InlineData("2023-04-09")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2029-04-01")]
    [InlineData("2030-04-21")]
    [InlineData("2038-04-25")]
    public void Western_Year_IsTheKnownSunday(string day) => Assert.Equal(Days.Of(day), Easter.Western(Days.Of(day).Year));

    [Theory]
    [InlineData("2000-04-30")]
    [InlineData("2008-04-27")]
    [InlineData("2013-05-05")]
    [InlineData("2016-05-01")]
    [InlineData("2021-05-02")]
    [InlineData("2022-04-24")]
    [InlineData("2023-04-16")]
    [InlineData("2024-05-05")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-12")]
    [InlineData("2027-05-02")]
    [InlineData("2028-04-16")]
    [InlineData("2029-04-08")]
    [InlineData("2030-04-28")]
    public void Orthodox_Year_IsTheKnownSunday(string day) => Assert.Equal(Days.Of(day), Easter.Orthodox(Days.Of(day).Year));

    [Fact]
    public void Both_FiveCenturies_AreSundaysAndTheOrthodoxIsNeverEarlier()
    {
        for (var year = 1900; year < 2400; year++)
        {
            var (western, orthodox) = (Easter.Western(year), Easter.Orthodox(year));
            Assert.Equal((IsoDayOfWeek.Sunday, IsoDayOfWeek.Sunday), (western.DayOfWeek, orthodox.DayOfWeek));
            Assert.InRange(western, new LocalDate(year, 3, 22), new LocalDate(year, 4, 25));
            Assert.True(orthodox >= western, $"{year}");
        }
    }
}
