using NodaTime;

namespace Portal.Returns.Statutes;

/// <summary>Easter Sunday, computed: the first Sunday after the ecclesiastical full moon on or after 21 March (Meeus, Astronomical Algorithms, chapter 8).</summary>
public static class Easter
{
    /// <summary>By the Gregorian calendar, as most of Europe keeps it.</summary>
    public static LocalDate Western(int year)
    {
        var golden = year % 19;
        var (century, yearOfCentury) = int.DivRem(year, 100);
        var correction = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - correction + 15) % 30;
        var toSunday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var lunar = (golden + (11 * epact) + (22 * toSunday)) / 451;
        var days = epact + toSunday - (7 * lunar) + 114;
        return new LocalDate(year, days / 31, (days % 31) + 1);
    }

    /// <summary>By the Julian calendar, as the Orthodox churches keep it; the day is given in the Gregorian one.</summary>
    public static LocalDate Orthodox(int year)
    {
        var moon = ((19 * (year % 19)) + 15) % 30;
        var toSunday = ((2 * (year % 4)) + (4 * (year % 7)) - moon + 34) % 7;
        var days = moon + toSunday + 114;
        return new LocalDate(year, days / 31, (days % 31) + 1, CalendarSystem.Julian).WithCalendar(CalendarSystem.Iso);
    }
}
