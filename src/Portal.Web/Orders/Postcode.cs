using System.Globalization;
using System.Text;

namespace Portal.Web.Orders;

/// <summary>Postcodes as people type them: spaces, hyphens, case, width and the kind of digits do not matter.</summary>
public static class Postcode
{
    /// <summary>The form under which a postcode is stored and compared: <c>"sw1a 1aa"</c> becomes <c>SW1A1AA</c>.</summary>
    public static string Normalize(string? typed)
    {
        var text = new StringBuilder();
        foreach (var rune in (typed ?? "").EnumerateRunes())
        {
            if (Rune.IsDigit(rune))
            {
                text.Append(((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture));
            }
            else if (Rune.IsLetter(rune))
            {
                text.Append(rune.ToString().Normalize(NormalizationForm.FormKC).ToUpperInvariant());
            }
        }

        return text.ToString();
    }
}
