using System.Text;

namespace Portal.Knowledge.Articles;

/// <summary>Brings texts into composed form (NFC), so that equal letters are equal; a lone surrogate or U+FFFE becomes the replacement character.</summary>
internal static class Composition
{
    public static string Compose(string text)
    {
        try
        {
            return text.Normalize();
        }
        catch (ArgumentException)
        {
            var whole = new StringBuilder(text.Length);
            foreach (var rune in text.EnumerateRunes())
            {
                whole.Append((rune.Value == 0xFFFE ? Rune.ReplacementChar : rune).ToString());
            }

            return whole.ToString().Normalize();
        }
    }
}
