using CsCheck;
using Portal.Returns.Cases;

namespace Portal.Returns.Tests.Cases;

public sealed class CaseNumberTests
{
    [Theory]
    [InlineData("R-7K3M-42XQ")]
    [InlineData("r-7k3m-42xq")]
    [InlineData("  r7k3m42xq ")]
    [InlineData("7K3M 42XQ")]
    [InlineData("R–7K3M–42XQ")]
    [InlineData("R-7K3M-٤٢XQ")]
    public void TryParse_AnyWayOfWriting_FindsTheNumber(string text)
    {
        Assert.True(CaseNumber.TryParse(text, out var number));
        Assert.Equal("R-7K3M-42XQ", number.Value, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("R-OOOO-IL1i", "R-0000-1111")]
    [InlineData("RRRR-RRRR", "R-RRRR-RRRR")]
    [InlineData("R-RRRR-RRRR", "R-RRRR-RRRR")]
    public void TryParse_LookAlikes_AreForgiven(string text, string expected)
    {
        Assert.True(CaseNumber.TryParse(text, out var number));
        Assert.Equal(expected, number.Value, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("R-7K3M")]
    [InlineData("R-7K3M-42XQ1")]
    [InlineData("X-7K3M-42XQ")]
    [InlineData("R-7K3M-42XU")]
    [InlineData("<script>")]
    public void TryParse_Nonsense_IsNoNumber(string? text) => Assert.False(CaseNumber.TryParse(text, out _));

    [Fact]
    public void From_AnyBits_ParsesBack() => Gen.ULong.Sample(bits =>
        CaseNumber.TryParse(CaseNumber.From(bits).Value, out var number) && number == CaseNumber.From(bits) && number == CaseNumber.From(bits & 0xFF_FFFF_FFFF));
}
