using System.Globalization;

namespace Portal.Web.Content;

/// <summary>The shop's accent colour, and the text colour on it that reads best.</summary>
public sealed record AccentColour
{
    private AccentColour(string hex, double luminance) => (Hex, Luminance) = (hex, luminance);

    /// <summary><c>#rrggbb</c>.</summary>
    public string Hex { get; }

    /// <summary>Relative luminance, 0 to 1 (WCAG 2.2).</summary>
    private double Luminance { get; }

    /// <summary>White or near-black: whichever contrasts more. One of them always reaches 4.5 to 1.</summary>
    public string TextOn => 1.05 / (Luminance + 0.05) >= (Luminance + 0.05) / 0.05 ? "#ffffff" : "#000000";

    /// <summary>Reads <c>#rrggbb</c>; null when the text is anything else.</summary>
    public static AccentColour? TryParse(string? text)
    {
        if (text is not { Length: 7 } || text[0] != '#' || !int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
        {
            return null;
        }

        var luminance = (0.2126 * Linear(rgb >> 16)) + (0.7152 * Linear(rgb >> 8)) + (0.0722 * Linear(rgb));
        return new AccentColour(text.ToLowerInvariant(), luminance);
    }

    private static double Linear(int channel)
    {
        var value = (channel & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
