using NodaTime;
using NodaTime.Text;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;

namespace Portal.Returns.Tests.Policies;

public sealed class PolicyBookTests
{
    private static readonly PolicyBook Book = Shop.Book(
        "policy: new\nfrom: 2026-01-01",
        "policy: announced\nfrom: 2026-06-01\nmarkets: [US, JP]",
        "policy: old\nfrom: 2025-01-01",
        "policy: japan\nfrom: 2025-06-01\nmarkets: [JP]");

    [Theory]
    [InlineData("US", "2024-12-31", null)]
    [InlineData("US", "2025-01-01", "old")]
    [InlineData("US", "2025-12-31", "old")]
    [InlineData("US", "2026-01-01", "new")]
    [InlineData("US", "2026-05-31", "new")]
    [InlineData("US", "2026-06-01", "announced")]
    [InlineData("DE", "2026-06-01", "new")]
    [InlineData("DE", "2999-12-31", "new")]
    [InlineData("JP", "2025-05-31", "old")]
    [InlineData("JP", "2025-06-01", "japan")]
    [InlineData("JP", "2026-01-01", "japan")]
    [InlineData("JP", "2026-06-01", "announced")]
    public void InForce_DayAndMarket_GivesTheDocument(string market, string placed, string? name) =>
        Assert.Equal(name, Book.InForce(market, LocalDatePattern.Iso.Parse(placed).Value)?.Name, StringComparer.Ordinal);

    [Theory]
    [InlineData("JP", "2025-12-31T14:59:59Z", "old")]
    [InlineData("JP", "2025-12-31T15:00:00Z", "new")]
    [InlineData("US", "2026-01-01T07:59:59Z", "old")]
    [InlineData("US", "2026-01-01T08:00:00Z", "new")]
    [InlineData("DE", "2025-12-31T22:59:59Z", "old")]
    [InlineData("DE", "2025-12-31T23:00:00Z", "new")]
    public void Decide_Order_IsUnderTheDocumentOfItsDayInTheMarket(string market, string placed, string name)
    {
        var book = Shop.Book("policy: new\nfrom: 2026-01-01", "policy: old\nfrom: 2025-01-01");
        var order = Shop.Order(market) with { PlacedAt = InstantPattern.ExtendedIso.Parse(placed).Value };

        Assert.Equal(name, Shop.Decide(order, Reason.Damaged, book: book).PolicyName, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "markets: [DE]", false)]
    [InlineData("markets: [DE, US]", "markets: [US, JP]", true)]
    [InlineData("markets: [DE]", "markets: [JP]", false)]
    public void Clash_SameDay_IsForSharedMarketsOnly(string left, string right, bool clash)
    {
        var (one, other) = (Shop.Parse("policy: a\nfrom: 2025-01-01\n" + left), Shop.Parse("policy: b\nfrom: 2025-01-01\n" + right));

        Assert.Equal((clash, clash), (PolicyBook.Clash(one, other), PolicyBook.Clash(other, one)));
        Assert.False(PolicyBook.Clash(one, other with { From = new LocalDate(2025, 1, 2) }));
    }
}
