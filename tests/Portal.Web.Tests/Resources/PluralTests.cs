using Portal.Web.Resources;

namespace Portal.Web.Tests.Resources;

public sealed class PluralTests
{
    [Theory]
    [InlineData("en", 0, "other")]
    [InlineData("en", 1, "one")]
    [InlineData("en", 2, "other")]
    [InlineData("en", 21, "other")]
    [InlineData("de", 1, "one")]
    [InlineData("de", 101, "other")]
    [InlineData("es", 0, "other")]
    [InlineData("es", 1, "one")]
    [InlineData("fr", 0, "one")]
    [InlineData("fr", 1, "one")]
    [InlineData("fr", 2, "other")]
    [InlineData("ja", 0, "other")]
    [InlineData("ja", 1, "other")]
    [InlineData("ar", 0, "zero")]
    [InlineData("ar", 1, "one")]
    [InlineData("ar", 2, "two")]
    [InlineData("ar", 3, "few")]
    [InlineData("ar", 10, "few")]
    [InlineData("ar", 11, "many")]
    [InlineData("ar", 99, "many")]
    [InlineData("ar", 100, "other")]
    [InlineData("ar", 101, "other")]
    [InlineData("ar", 102, "other")]
    [InlineData("ar", 103, "few")]
    [InlineData("ar", 111, "many")]
    [InlineData("ar", 1000, "other")]
    public void Category_OfAWholeNumber_FollowsUnicode(string locale, int count, string expected) => Assert.Equal(expected, Plural.Category(locale, count));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Categories_HoldEveryCategoryThatOccurs(string locale) =>
        Assert.Subset(Plural.Categories(locale).ToHashSet(StringComparer.Ordinal), Enumerable.Range(0, 300).Select(count => Plural.Category(locale, count)).ToHashSet(StringComparer.Ordinal));

    public static TheoryData<string> Codes() => [.. Locale.All.Select(locale => locale.Code)];
}
