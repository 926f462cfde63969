using Portal.Returns.Statutes;

namespace Portal.Returns.Tests.Statutes;

public sealed class StatuteBookTests
{
    [Theory]
    [InlineData("DE", 14)]
    [InlineData("NO", 14)]
    [InlineData("GB", 14)]
    [InlineData("CN", 7)]
    [InlineData("BR", 7)]
    [InlineData("US", null)]
    [InlineData("JP", null)]
    [InlineData("CH", null)]
    [InlineData("AE", null)]
    [InlineData("KW", null)]
    [InlineData("de", null)]
    public void For_Market_GivesItsDays(string market, int? days) => Assert.Equal(days, StatuteBook.For(market)?.WithdrawalDays);

    [Theory]
    [InlineData("FR", 14)]
    [InlineData("GB", 14)]
    [InlineData("CN", 7)]
    [InlineData("BR", null)]
    public void For_Market_GivesTheDaysOfARefund(string market, int? days) => Assert.Equal(days, StatuteBook.For(market)!.RefundDays);

    [Fact]
    public void All_HasTheUnionTheAreaAndThreeMore() => Assert.Equal(27 + 3 + 3, StatuteBook.All.Count);

    [Theory]
    [InlineData("DE", "2026-11-06", "2026-11-20")]
    [InlineData("DE", "2026-11-07", "2026-11-23")]
    [InlineData("DE", "2026-11-08", "2026-11-23")]
    [InlineData("DE", "2026-11-09", "2026-11-23")]
    [InlineData("GB", "2026-11-07", "2026-11-21")]
    [InlineData("CN", "2026-11-07", "2026-11-14")]
    public void Deadline_OnWeekend_MovesWhereTheLawSaysSo(string market, string start, string deadline) =>
        Assert.Equal(Days.Of(deadline), StatuteBook.For(market)!.Deadline(Days.Of(start)));
}
