using Portal.Web.Orders;

namespace Portal.Web.Tests.Orders;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData(" Ada.Fischer@Example.COM ", "ada.fischer@example.com")]
    [InlineData("ａｄａ＠example.com", "ada@example.com")]
    [InlineData("jo\u0308rg@example.com", "jörg@example.com")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Normalize_AsPeopleType_IsTheStoredForm(string? typed, string expected) => Assert.Equal(expected, EmailAddress.Normalize(typed));

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    [InlineData(0xFFFE)]
    public void Normalize_WhatIsNoCharacter_IsEmpty(int code) => Assert.Equal("", EmailAddress.Normalize($"ada{(char)code}@example.com"));

    [Fact]
    public void Normalize_PairOfSurrogates_IsKept() => Assert.Equal("😀@example.com", EmailAddress.Normalize("😀@example.com"));

    [Fact]
    public void Normalize_TooLong_IsEmpty() => Assert.Equal("", EmailAddress.Normalize(new string('a', EmailAddress.MaxLength) + "@example.com"));

    [Theory]
    [InlineData("ada@example.com", true)]
    [InlineData("ada+shop@mail.example.co.uk", true)]
    [InlineData("Ａｄａ＠example.com", true)]
    [InlineData("ada", false)]
    [InlineData("ada@", false)]
    [InlineData("@example.com", false)]
    [InlineData("ada@example", false)]
    [InlineData("ada@.com", false)]
    [InlineData("ada@example.", false)]
    [InlineData("ada@@example.com", false)]
    [InlineData("ada b@example.com", false)]
    [InlineData("ada\0b@example.com", false)]
    [InlineData("10405", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void LooksRight_TellsAddressesFromOtherWords(string? typed, bool expected) => Assert.Equal(expected, EmailAddress.LooksRight(typed));
}
