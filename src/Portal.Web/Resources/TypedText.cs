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
}
