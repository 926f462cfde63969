using System.Globalization;
using NodaTime;

namespace Portal.Web.Resources;

/// <summary>Days and times with the month's name, as each locale writes them.</summary>
public static class DateFormat
{
    /// <summary>A day: <c>31 January 2027</c>, <c>31. Januar 2027</c>, <c>2027年1月31日</c>.</summary>
    public static string Day(LocalDate date, Locale locale)
    {
        ArgumentNullException.ThrowIfNull(locale);
        return date.ToDateOnly().ToString(DayPattern(date, locale), Calendar(locale));
    }

    /// <summary>A day and a 24-hour time.</summary>
    public static string DayAndTime(LocalDateTime time, Locale locale)
    {
        ArgumentNullException.ThrowIfNull(locale);
        var clock = time.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);
        var day = Day(time.Date, locale);
        return locale.Code switch
        {
            "de" => $"{day}, {clock} Uhr",
            "ja" => $"{day} {clock}",
            "ar" => $"{day}، {clock}",
            _ => $"{day}, {clock}",
        };
    }

    private static string DayPattern(LocalDate date, Locale locale) => locale.Code switch
    {
        "de" => "d. MMMM yyyy",
        "es" => "d 'de' MMMM 'de' yyyy",
        "fr" when date.Day == 1 => "d'er' MMMM yyyy",
        "ja" => "yyyy'年'M'月'd'日'",
        _ => "d MMMM yyyy",
    };

    // Some Arabic cultures default to another calendar; orders and deadlines are Gregorian everywhere.
    private static CultureInfo Calendar(Locale locale)
    {
        var culture = (CultureInfo)locale.Formats.Clone();
        culture.DateTimeFormat.Calendar = new GregorianCalendar(GregorianCalendarTypes.Localized);
        return culture;
    }
}
