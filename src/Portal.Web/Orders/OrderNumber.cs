using System.Globalization;
using System.Text;

namespace Portal.Web.Orders;

/// <summary>Order numbers as people type them: with or without <c>#</c>, in any digits and width, with spaces, in any case.</summary>
public static class OrderNumber
{
    /// <summary>The longest number that is looked at, in characters.</summary>
    public const int MaxLength = 40;

    /// <summary>The form under which an order is stored and found: <c>" # p‐１０４２ "</c> becomes <c>P-1042</c>. Empty when nothing is left.</summary>
    public static string Normalize(string? typed)
    {
        var text = new StringBuilder();
        foreach (var rune in (typed ?? "").ReplaceLineEndings(" ").Trim().EnumerateRunes())
        {
            if (Rune.IsDigit(rune))
            {
                text.Append((int)Rune.GetNumericValue(rune));
            }
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation || rune.Value is 0x2212)
            {
                text.Append('-');
            }
            else if (Rune.IsLetter(rune))
            {
                text.Append(rune.ToString().Normalize(NormalizationForm.FormKC).ToUpperInvariant());
            }

            if (text.Length > MaxLength)
            {
                return "";
            }
        }

        return text.ToString();
    }
}
