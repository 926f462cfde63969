using Portal.Web.Orders;

namespace Portal.Web.Tests.Orders;

public sealed class PostcodeTests
{
    [Theory]
    [InlineData("10405", "10405")]
    [InlineData(" 104 05 ", "10405")]
    [InlineData("sw1a 1aa", "SW1A1AA")]
    [InlineData("SW1A-1AA", "SW1A1AA")]
    [InlineData("ＳＷ１Ａ　１ＡＡ", "SW1A1AA")]
    [InlineData("602-0855", "6020855")]
    [InlineData("〒６０２－０８５５", "6020855")]
    [InlineData("١٣٠١٥", "13015")]
    [InlineData("۱۳۰۱۵", "13015")]
    [InlineData("1000-123", "1000123")]
    [InlineData("-", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Normalize_AsPeopleType_IsTheStoredForm(string? typed, string expected) => Assert.Equal(expected, Postcode.Normalize(typed));

    [Fact]
    public void Normalize_LoneSurrogates_AreDropped() => Assert.Equal("10405", Postcode.Normalize($"104{(char)0xDFFF}05{(char)0xD83D}"));
}
