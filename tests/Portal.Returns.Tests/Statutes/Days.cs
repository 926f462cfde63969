using NodaTime;
using NodaTime.Text;

namespace Portal.Returns.Tests.Statutes;

internal static class Days
{
    /// <summary>A day from its ISO text.</summary>
    public static LocalDate Of(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
