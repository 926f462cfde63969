using Portal.Web.Orders;

namespace Portal.Web.Tests.Orders;

public sealed class OrderNumberTests
{
    [Theory]
    [InlineData("P-1001", "P-1001")]
    [InlineData("p-1001", "P-1001")]
    [InlineData("#P-1001", "P-1001")]
    [InlineData(" # p - 1 0 0 1 ", "P-1001")]
    [InlineData("P-١٠٠١", "P-1001")]
    [InlineData("P-۱۰۰۱", "P-1001")]
    [InlineData("Ｐ－１００１", "P-1001")]
    [InlineData("P‐1001", "P-1001")]
    [InlineData("P–1001", "P-1001")]
    [InlineData("P−1001", "P-1001")]
    [InlineData("P-१००१", "P-1001")]
    [InlineData("P-\u200f1001\u200e", "P-1001")]
    [InlineData("P\u00a0-\u20091001\r\n", "P-1001")]
    [InlineData("1001", "1001")]
    [InlineData("No. P-1001", "NOP-1001")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("#", "")]
    [InlineData("😀", "")]
    [InlineData(null, "")]
    public void Normalize_AsPeopleType_IsTheStoredForm(string? typed, string expected) => Assert.Equal(expected, OrderNumber.Normalize(typed));

    [Fact]
    public void Normalize_LoneSurrogates_AreDropped() => Assert.Equal("P-1001", OrderNumber.Normalize($"P-{(char)0xD800}10{(char)0xDC00}01"));

    [Fact]
    public void Normalize_LongestNumber_IsKept() => Assert.Equal(new string('7', OrderNumber.MaxLength), OrderNumber.Normalize(new string('7', OrderNumber.MaxLength)));

    [Fact]
    public void Normalize_TooLong_IsEmpty() => Assert.Equal("", OrderNumber.Normalize(new string('7', 100_000)));

    [Fact]
    public void Normalize_Twice_ChangesNothing() => Assert.Equal("P-1001", OrderNumber.Normalize(OrderNumber.Normalize("# p‐１００１")));
}
