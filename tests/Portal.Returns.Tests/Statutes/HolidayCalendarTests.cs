using NodaTime;
using Portal.Returns.Statutes;

namespace Portal.Returns.Tests.Statutes;

/// <summary>What each kind of holiday and the calendar itself do, with calendars of their own.</summary>
public sealed class HolidayCalendarTests
{
    private static readonly Holiday Labour = new Holiday.Fixed(5, 1);

    [Theory]
    [InlineData(2019, false)]
    [InlineData(2020, true)]
    [InlineData(2022, false)]
    [InlineData(2023, true)]
    [InlineData(2024, false)]
    public void Holiday_YearsAndExceptions_AreKept(int year, bool isKept) =>
        Assert.Equal(isKept ? new LocalDate(year, 5, 1) : null, Labour.Since(2020).Until(2023).Except(2022).In(year));

    [Theory]
    [InlineData(2026, "2026-04-03")]
    [InlineData(2027, "2027-03-26")]
    public void AfterEaster_IsSoManyDaysAway(int year, string goodFriday) => Assert.Equal(Days.Of(goodFriday), new Holiday.AfterEaster(-2).In(year));

    [Theory]
    [InlineData(2026, "2026-04-13")]
    [InlineData(2024, "2024-05-06")]
    public void AfterOrthodoxEaster_IsSoManyDaysAway(int year, string easterMonday) => Assert.Equal(Days.Of(easterMonday), new Holiday.AfterOrthodoxEaster(1).In(year));

    [Theory]
    [InlineData(2026, "2026-06-01")]
    [InlineData(2027, "2027-06-07")]
    [InlineData(2025, "2025-06-02")]
    public void OnOrAfter_IsTheFirstSuchWeekday(int year, string firstMonday) => Assert.Equal(Days.Of(firstMonday), new Holiday.OnOrAfter(6, 1, IsoDayOfWeek.Monday).In(year));

    [Theory]
    [InlineData(2026, "2026-02-02")]
    [InlineData(2027, "2027-02-01")]
    [InlineData(2030, "2030-02-01")]
    [InlineData(2025, "2025-02-03")]
    public void SaintBrigid_IsTheFirstMondayOrAFridayItself(int year, string day) => Assert.Equal(Days.Of(day), new Holiday.SaintBrigid().In(year));

    [Fact]
    public void Calendar_KeepsWorkdaysInOrder_AndLeavesOutWeekendsAndOtherYears()
    {
        // In 2026, 1 May is a Friday, 3 October a Saturday.
        var calendar = new HolidayCalendar("XX", "a law", [new Holiday.Fixed(12, 25), Labour, new Holiday.Fixed(10, 3), new Holiday.Fixed(6, 1).Until(2025)]);

        Assert.Equal([Days.Of("2026-05-01"), Days.Of("2026-12-25")], calendar.In(2026));
        Assert.Equal(("XX", "a law"), (calendar.Market, calendar.Source));
    }

    [Fact]
    public void Calendar_WeekendThatIsMadeUpFor_FreesTheNextDaysThatAreNotFreeAlready()
    {
        // 26 and 27 December 2026 are a Saturday and a Sunday; Monday 28 is kept anyway.
        var calendar = new HolidayCalendar("XX", "a law", [new Holiday.Fixed(12, 28), new Holiday.Fixed(12, 27).MadeUpFor(), new Holiday.Fixed(12, 26).MadeUpFor(), new Holiday.Fixed(12, 25).MadeUpFor()]);

        Assert.Equal([Days.Of("2026-12-25"), Days.Of("2026-12-28"), Days.Of("2026-12-29"), Days.Of("2026-12-30")], calendar.In(2026));
    }

    [Theory]
    [InlineData("2026-05-01", false, "2026-05-04")]
    [InlineData("2026-05-02", false, "2026-05-04")]
    [InlineData("2026-05-04", true, "2026-05-04")]
    public void WorkingDay_IsNeitherWeekendNorHoliday(string day, bool isWorkingDay, string next)
    {
        var calendar = new HolidayCalendar("XX", "a law", [Labour]);

        Assert.Equal((isWorkingDay, Days.Of(next)), (calendar.IsWorkingDay(Days.Of(day)), calendar.WorkingDayFrom(Days.Of(day))));
    }
}
