using NodaTime;

namespace Portal.Returns.Statutes;

/// <summary>The public holidays of one market.</summary>
/// <param name="Market">ISO 3166-1 alpha-2 code.</param>
/// <param name="Source">The law that names them.</param>
/// <param name="Holidays">Those that can fall on a Monday to Friday, in the order of the year.</param>
public sealed record HolidayCalendar(string Market, string Source, IReadOnlyList<Holiday> Holidays)
{
    /// <summary>The holidays of a year on a Monday to Friday, ascending, with the days that make up for a weekend.</summary>
    public IReadOnlyList<LocalDate> In(int year)
    {
        var kept = Holidays.Select(holiday => (holiday.IsMadeUpFor, Day: holiday.In(year))).Where(holiday => holiday.Day is not null).ToList();
        var days = kept.Select(holiday => holiday.Day!.Value).ToHashSet();
        foreach (var day in kept.Where(holiday => holiday.IsMadeUpFor && IsWeekend(holiday.Day!.Value)).Select(holiday => holiday.Day!.Value).Order())
        {
            var next = day;
            do
            {
                next = next.PlusDays(1);
            }
            while (IsWeekend(next) || days.Contains(next));
            days.Add(next);
        }

        return [.. days.Where(day => !IsWeekend(day)).Order()];
    }

    /// <summary>Neither a Saturday, nor a Sunday, nor a public holiday.</summary>
    public bool IsWorkingDay(LocalDate day) => !IsWeekend(day) && !In(day.Year).Contains(day);

    /// <summary>The day itself when it is a working day, else the next one that is.</summary>
    public LocalDate WorkingDayFrom(LocalDate day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    private static bool IsWeekend(LocalDate day) => day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
}
