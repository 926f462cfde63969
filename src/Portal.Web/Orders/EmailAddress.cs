using System.Text;

namespace Portal.Web.Orders;

/// <summary>E-mail addresses as people type them.</summary>
public static class EmailAddress
{
    /// <summary>The longest address that is accepted, in characters (RFC 5321).</summary>
    public const int MaxLength = 254;

    /// <summary>The form under which an address is stored and compared: trimmed, compatibility-composed, lower case.</summary>
    public static string Normalize(string? typed)
    {
        var text = (typed ?? "").Trim();
        return text.Length > MaxLength || !IsWellFormed(text) ? "" : text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }

    /// <summary>True when the text has the shape of an address: something, one <c>@</c>, a domain with a dot, no spaces.</summary>
    public static bool LooksRight(string? typed)
    {
        var text = Normalize(typed);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            && at == text.LastIndexOf('@')
            && text.IndexOf('.', at) > at + 1
            && !text.EndsWith('.')
            && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));
    }

    // Neither halves of surrogate pairs nor U+FFFE can be normalized.
    private static bool IsWellFormed(string text) => text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar && rune.Value != 0xFFFE);
}
