using NodaTime;
using Portal.Returns.Decisions;
using Portal.Returns.Statutes;

namespace Portal.Returns.Tests.Statutes;

public sealed class ClaimStatutesTests
{
    [Theory]
    [InlineData("AT", 2, null, null)]
    [InlineData("DE", 2, null, null)]
    [InlineData("FI", 2, null, null)]
    [InlineData("FR", 2, null, null)]
    [InlineData("LI", 2, null, null)]
    [InlineData("NL", 2, null, null)]
    [InlineData("ES", 3, null, null)]
    [InlineData("PT", 3, null, null)]
    [InlineData("SE", 3, null, null)]
    [InlineData("IE", 6, null, null)]
    [InlineData("IS", 2, 5, null)]
    [InlineData("NO", 2, 5, null)]
    [InlineData("GB", 5, null, 30)]
    public void For_Market_GivesYearsAndDays(string market, int years, int? lasting, int? reject)
    {
        var law = ClaimStatutes.For(market)!;

        Assert.Equal((years, lasting, reject), (law.Years, law.LastingYears, law.RejectDays));
    }

    [Theory]
    [InlineData("US")]
    [InlineData("JP")]
    [InlineData("CH")]
    [InlineData("AE")]
    [InlineData("KW")]
    [InlineData("CN")]
    [InlineData("BR")]
    [InlineData("es")]
    public void For_MarketWithoutData_HasNoFloor(string market) => Assert.Null(ClaimStatutes.For(market));

    [Fact]
    public void All_HasTheUnionTheAreaAndTheUnitedKingdom()
    {
        Assert.Equal(StatuteBook.All.Where(law => law.EndsOnWorkingDay).Select(law => law.Market).Append("GB").Order(StringComparer.Ordinal), ClaimStatutes.All.Select(law => law.Market));
        Assert.All(ClaimStatutes.All, law => Assert.True(law is { Source.Length: > 0, Url.Length: > 0, Name.Length: > 0, DeliveryName.Length: > 0 }));
    }

    [Theory]
    [InlineData("DE", "2026-11-17", "2028-11-17")]
    [InlineData("DE", "2024-02-29", "2026-02-28")]
    [InlineData("ES", "2026-11-17", "2029-11-17")]
    [InlineData("GB", "2026-11-17", "2031-11-17")]
    public void Deadline_IsACalendarDayYearsLater(string market, string delivered, string deadline) =>
        Assert.Equal(Days.Of(deadline), ClaimStatutes.For(market)!.Deadline(Days.Of(delivered)));

    [Theory]
    [InlineData("DE", 1, "Replacement Repair")]
    [InlineData("DE", 700, "Replacement Repair")]
    [InlineData("ES", 1, "Replacement Repair")]
    [InlineData("GB", 30, "Refund Replacement Repair")]
    [InlineData("GB", 31, "Replacement Repair")]
    [InlineData("GB", null, "Refund Replacement Repair")]
    public void RemediesOn_Day_AreInTheOrderOfTheLaw(string market, int? daysAgo, string remedies)
    {
        var today = new LocalDate(2026, 11, 22);

        Assert.Equal(remedies, string.Join(' ', ClaimStatutes.For(market)!.RemediesOn(today, daysAgo is { } days ? today.PlusDays(-days) : null)));
        Assert.Equal([Resolution.Refund], ClaimStatutes.For(market)!.After);
    }
}
