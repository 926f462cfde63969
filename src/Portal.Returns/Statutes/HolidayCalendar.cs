using System.Collections.Concurrent;
using NodaTime;

namespace Portal.Returns.Statutes;

/// <summary>The public holidays of one market.</summary>
/// <param name="market">ISO 3166-1 alpha-2 code.</param>
/// <param name="source">The law that names them.</param>
/// <param name="holidays">Those that can fall on a Monday to Friday, in the order of the year.</param>
public sealed class HolidayCalendar(string market, string source, IReadOnlyList<Holiday> holidays)
{
    private readonly ConcurrentDictionary<int, IReadOnlyList<LocalDate>> _years = new();

    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public string Market => market;

    /// <summary>The law that names them.</summary>
    public string Source => source;

    /// <summary>The holidays of a year on a Monday to Friday, ascending, with the days that make up for a weekend.</summary>
    public IReadOnlyList<LocalDate> In(int year) => _years.GetOrAdd(year, Compute);

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

    private IReadOnlyList<LocalDate> Compute(int year)
    {
        var kept = holidays.Where(holiday => holiday.In(year) is not null).ToLookup(holiday => holiday.IsMadeUpFor, holiday => holiday.In(year)!.Value);
        var days = kept.SelectMany(day => day).ToHashSet();
        foreach (var day in kept[true].Where(IsWeekend).Order())
        {
            var next = day;
            while (IsWeekend(next) || days.Contains(next))
            {
                next = next.PlusDays(1);
            }

            days.Add(next);
        }

        return [.. days.Where(day => !IsWeekend(day)).Order()];
    }
}
