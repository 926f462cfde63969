using System.Buffers.Text;
using System.Globalization;
using System.Text;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Web.Cases;

namespace Portal.Web.Api;

/// <summary>A place in the list of cases as text for an address: it stays good while cases are added.</summary>
internal static class CaseCursor
{
    public static string Write(ReturnCase last) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{last.OpenedAt.ToUnixTimeTicks()} {last.Rma}")));

    /// <summary>The place; null when it was not written here.</summary>
    public static CasePlace? Read(string? cursor)
    {
        if (cursor is not { Length: > 0 and < 100 } || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split(' ');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks < NodaConstants.TicksPerDay * 365L * 200
            && CaseNumber.TryParse(parts[1], out var rma)
                ? new CasePlace(Instant.FromUnixTimeTicks(ticks), rma.Value)
                : null;
    }
}
