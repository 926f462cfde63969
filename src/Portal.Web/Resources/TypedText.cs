using System.Text;

namespace Portal.Web.Resources;

/// <summary>Text as people type it, made fit to be stored and shown anywhere.</summary>
public static class TypedText
{
    /// <summary>The text without what no database or page can hold: control characters other than line breaks and tabs, and halves of surrogate pairs.</summary>
    public static string Clean(string? typed)
    {
        var clean = new StringBuilder();
        foreach (var rune in (typed ?? "").EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && (!Rune.IsControl(rune) || rune.Value is '\n' or '\r' or '\t'))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>True when the first letter belongs to a script that runs from right to left.</summary>
    public static bool IsRightToLeft(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().FirstOrDefault(Rune.IsLetter).Value is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC);
    }
}
