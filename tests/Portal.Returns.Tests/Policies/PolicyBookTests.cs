using NodaTime;
using Portal.Returns.Policies;

namespace Portal.Returns.Tests.Policies;

public sealed class PolicyBookTests
{
    private static readonly PolicyBook Book = Shop.Book(
        "policy: new\nfrom: 2026-01-01",
        "policy: old\nfrom: 2025-01-01",
        "policy: japan\nfrom: 2025-06-01\nmarkets: [JP]");

    [Theory]
    [InlineData("US", 2024, null)]
    [InlineData("US", 2025, "old")]
    [InlineData("US", 2026, "new")]
    [InlineData("JP", 2025, "old")]
    [InlineData("JP", 2026, "japan")]
    public void InForce_DayAndMarket_GivesTheDocument(string market, int year, string? name) =>
        Assert.Equal(name, Book.InForce(market, new LocalDate(year, 3, 1))?.Name, StringComparer.Ordinal);

    [Fact]
    public void InForce_FirstDay_Counts()
    {
        Assert.Equal("new", Book.InForce("US", new LocalDate(2026, 1, 1))?.Name, StringComparer.Ordinal);
        Assert.Equal("old", Book.InForce("US", new LocalDate(2025, 12, 31))?.Name, StringComparer.Ordinal);
    }
}
