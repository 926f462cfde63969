using System.Globalization;
using System.Text;

namespace Portal.Knowledge.Articles;

/// <summary>Makes the part of an address from words.</summary>
public static class Slugs
{
    private const int Longest = 80;

    /// <summary>Letters in lower case and digits, with hyphens between the words; Latin letters lose their marks. At most 80 characters; empty where there is neither letter nor digit.</summary>
    public static string Of(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var slug = new StringBuilder(words.Length);
        foreach (var c in Plain(Composition.Compose(words)).ToLowerInvariant())
        {
            if (char.IsLetter(c) || char.IsDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString(0, Math.Min(slug.Length, Longest)).Trim('-');
    }

    private static string Plain(string words)
    {
        var plain = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            var apart = c < 0x250 ? c.ToString().Normalize(NormalizationForm.FormD) : c.ToString();
            plain.Append(apart.Where(part => char.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark).ToArray());
        }

        return plain.Replace("ß", "ss").Replace("æ", "ae").Replace("œ", "oe").Replace("ø", "o").ToString();
    }
}
