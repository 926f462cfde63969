using NodaTime;
using Portal.Returns.Statutes;

namespace Portal.Returns.Tests.Statutes;

public sealed class PublicHolidaysTests
{
    [Fact]
    public void For_MarketWhoseDeadlinesMove_HasACalendarWithItsSource() => Assert.All(
        StatuteBook.All.Where(law => law.EndsOnWorkingDay),
        law => Assert.NotEmpty(PublicHolidays.For(law.Market)!.Source));

    [Theory]
    [InlineData("GB")]
    [InlineData("US")]
    [InlineData("de")]
    public void For_OtherMarket_HasNone(string market) => Assert.Null(PublicHolidays.For(market));

    // Days of 2025 and 2026 on a Monday to Friday, as the countries announce them.
    [Theory]
    [InlineData("AT", "2026", "01-01 01-06 04-06 05-01 05-14 05-25 06-04 10-26 12-08 12-25")]
    [InlineData("BE", "2025", "01-01 04-21 05-01 05-29 06-09 07-21 08-15 11-11 12-25")]
    [InlineData("BG", "2025", "01-01 03-03 04-18 04-21 05-01 05-06 05-26 09-08 09-22 12-24 12-25 12-26")]
    [InlineData("CY", "2026", "01-01 01-06 02-23 03-25 04-01 04-10 04-13 05-01 06-01 10-01 10-28 12-24 12-25")]
    [InlineData("CZ", "2026", "01-01 04-03 04-06 05-01 05-08 07-06 09-28 10-28 11-17 12-24 12-25")]
    [InlineData("DE", "2026", "01-01 04-03 04-06 05-01 05-14 05-25 12-25")]
    [InlineData("DK", "2023", "04-06 04-07 04-10 05-05 05-18 05-29 06-05 12-25 12-26")]
    [InlineData("DK", "2026", "01-01 04-02 04-03 04-06 05-14 05-25 06-05 12-24 12-25 12-31")]
    [InlineData("EE", "2026", "01-01 02-24 04-03 05-01 06-23 06-24 08-20 12-24 12-25")]
    [InlineData("ES", "2025", "01-01 01-06 04-18 05-01 08-15 12-08 12-25")]
    [InlineData("FI", "2026", "01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25")]
    [InlineData("FR", "2025", "01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-11 12-25")]
    [InlineData("GR", "2026", "01-01 01-06 02-23 03-25 04-10 04-13 05-01 06-01 10-28 12-25")]
    [InlineData("HR", "2025", "01-01 01-06 04-21 05-01 05-30 06-19 08-05 08-15 11-18 12-25 12-26")]
    [InlineData("HU", "2026", "01-01 04-03 04-06 05-01 05-25 08-20 10-23 12-25")]
    [InlineData("IE", "2024", "01-01 02-05 04-01 05-06 06-03 08-05 10-28 12-25 12-26")]
    [InlineData("IE", "2030", "01-01 02-01 04-22 05-06 06-03 08-05 10-28 12-25 12-26")]
    [InlineData("IS", "2026", "01-01 04-02 04-03 04-06 04-23 05-01 05-14 05-25 06-17 08-03 12-25")]
    [InlineData("IT", "2026", "01-01 01-06 04-06 05-01 06-02 12-08 12-25")]
    [InlineData("IT", "2027", "01-01 01-06 03-29 06-02 10-04 11-01 12-08")]
    [InlineData("LI", "2026", "01-01 01-06 02-02 03-19 04-03 04-06 05-01 05-14 05-25 06-04 09-08 12-08 12-25")]
    [InlineData("LT", "2026", "01-01 02-16 03-11 04-06 05-01 06-24 07-06 11-02 12-24 12-25")]
    [InlineData("LU", "2025", "01-01 04-21 05-01 05-09 05-29 06-09 06-23 08-15 12-25 12-26")]
    [InlineData("LV", "2025", "01-01 04-18 04-21 05-01 05-05 06-23 06-24 11-18 12-24 12-25 12-26 12-31")]
    [InlineData("MT", "2026", "01-01 02-10 03-19 03-31 04-03 05-01 06-29 09-08 09-21 12-08 12-25")]
    [InlineData("NL", "2026", "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25")]
    [InlineData("NO", "2024", "01-01 03-28 03-29 04-01 05-01 05-09 05-17 05-20 12-25 12-26")]
    [InlineData("PL", "2024", "01-01 04-01 05-01 05-03 05-30 08-15 11-01 11-11 12-25 12-26")]
    [InlineData("PL", "2025", "01-01 01-06 04-21 05-01 06-19 08-15 11-11 12-24 12-25 12-26")]
    [InlineData("PT", "2025", "01-01 04-18 04-25 05-01 06-10 06-19 08-15 12-01 12-08 12-25")]
    [InlineData("RO", "2025", "01-01 01-02 01-06 01-07 01-24 04-18 04-21 05-01 06-09 08-15 12-01 12-25 12-26")]
    [InlineData("SE", "2025", "01-01 01-06 04-18 04-21 05-01 05-29 06-06 06-20 12-24 12-25 12-26 12-31")]
    [InlineData("SI", "2026", "01-01 01-02 04-06 04-27 05-01 06-25 12-25")]
    [InlineData("SK", "2023", "01-06 04-07 04-10 05-01 05-08 07-05 08-29 09-01 09-15 11-01 11-17 12-25 12-26")]
    [InlineData("SK", "2025", "01-01 01-06 04-18 04-21 05-01 05-08 08-29 09-15 12-24 12-25 12-26")]
    [InlineData("SK", "2026", "01-01 01-06 04-03 04-06 05-01 12-24 12-25")]
    [InlineData("SK", "2027", "01-01 01-06 03-26 03-29 07-05 09-15 11-01 12-24")]
    public void In_Year_ListsTheKnownDays(string market, string year, string days) =>
        Assert.Equal(days.Split(' ').Select(day => Days.Of($"{year}-{day}")), PublicHolidays.For(market)!.In(Days.Of($"{year}-01-01").Year));

    // 24 and 25 December 2022 were a weekend, and the Monday was a holiday already.
    [Fact]
    public void In_BulgarianChristmasOnAWeekend_MakesUpOnTheNextWorkingDays() =>
        Assert.Equal([Days.Of("2022-12-26"), Days.Of("2022-12-27"), Days.Of("2022-12-28")], PublicHolidays.For("BG")!.In(2022).Where(day => day.Month == 12));

    [Theory]
    [InlineData("DE", "2026-12-11", "2026-12-28")]
    [InlineData("DK", "2025-12-10", "2025-12-29")]
    [InlineData("PL", "2024-12-10", "2024-12-24")]
    [InlineData("PL", "2025-12-10", "2025-12-29")]
    [InlineData("LV", "2026-12-17", "2027-01-04")]
    [InlineData("DE", "2026-03-20", "2026-04-07")]
    [InlineData("GR", "2026-03-20", "2026-04-03")]
    [InlineData("GR", "2026-03-27", "2026-04-14")]
    [InlineData("FR", "2026-03-20", "2026-04-03")]
    [InlineData("DE", "2026-04-17", "2026-05-04")]
    [InlineData("NL", "2026-04-17", "2026-05-01")]
    [InlineData("DK", "2023-04-21", "2023-05-08")]
    [InlineData("DK", "2024-04-12", "2024-04-26")]
    [InlineData("SE", "2026-06-05", "2026-06-22")]
    [InlineData("IT", "2027-09-20", "2027-10-05")]
    public void Deadline_OnHoliday_IsTheNextWorkingDay(string market, string start, string deadline) =>
        Assert.Equal(Days.Of(deadline), StatuteBook.For(market)!.Deadline(Days.Of(start)));

    [Fact]
    public void Deadline_EveryDayOfTwentyYears_IsAWorkingDayAtMostAWeekLater()
    {
        foreach (var law in StatuteBook.All.Where(law => law.EndsOnWorkingDay))
        {
            for (var start = new LocalDate(2022, 1, 1); start.Year < 2042; start = start.PlusDays(1))
            {
                var (plain, deadline) = (start.PlusDays(law.WithdrawalDays), law.Deadline(start));
                Assert.True(PublicHolidays.For(law.Market)!.IsWorkingDay(deadline), $"{law.Market} {deadline}");
                Assert.InRange(Period.DaysBetween(plain, deadline), 0, 7);
            }
        }
    }
}
