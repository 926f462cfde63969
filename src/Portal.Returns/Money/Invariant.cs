using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Portal.Returns;

/// <summary>Values as text that is the same in every culture.</summary>
internal static class Invariant
{
    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);
}
