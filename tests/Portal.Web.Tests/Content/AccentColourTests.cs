using System.Globalization;
using Portal.Web.Content;

namespace Portal.Web.Tests.Content;

public sealed class AccentColourTests
{
    [Theory]
    [InlineData("#000000", "#ffffff")]
    [InlineData("#ffffff", "#000000")]
    [InlineData("#1f5f4a", "#ffffff")]
    [InlineData("#ffd400", "#000000")]
    [InlineData("#ff0000", "#000000")]
    [InlineData("#0000ff", "#ffffff")]
    [InlineData("#00ff00", "#000000")]
    [InlineData("#767676", "#000000")]
    [InlineData("#737373", "#ffffff")]
    [InlineData("#C0FFEE", "#000000")]
    public void TextOn_Accent_IsWhatContrastsMore(string accent, string expected) => Assert.Equal(expected, AccentColour.TryParse(accent)!.TextOn);

    // WCAG 2.2, success criterion 1.4.3.
    [Fact]
    public void TextOn_AnyAccent_ReachesFourAndAHalfToOne()
    {
        for (var rgb = 0; rgb <= 0xffffff; rgb += 0x030507)
        {
            var accent = AccentColour.TryParse(string.Create(CultureInfo.InvariantCulture, $"#{rgb:x6}"))!;
            Assert.True(Contrast(accent.Hex, accent.TextOn) >= 4.5, accent.Hex);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("#12345")]
    [InlineData("#1234567")]
    [InlineData("1f5f4a0")]
    [InlineData("#gggggg")]
    [InlineData("# 1f5f4")]
    [InlineData("#-1f5f4")]
    [InlineData("red")]
    [InlineData("#１２３４５６")]
    public void TryParse_AnythingElse_IsNone(string? text) => Assert.Null(AccentColour.TryParse(text));

    private static double Contrast(string one, string other)
    {
        var (darker, lighter) = (Math.Min(Luminance(one), Luminance(other)), Math.Max(Luminance(one), Luminance(other)));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double Luminance(string hex) => Channel(hex[1..3], 0.2126) + Channel(hex[3..5], 0.7152) + Channel(hex[5..7], 0.0722);

    private static double Channel(string hex, double weight)
    {
        var value = int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / 255.0;
        return weight * (value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4));
    }
}
