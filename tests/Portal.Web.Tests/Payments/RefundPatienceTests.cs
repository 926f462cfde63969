using NodaTime;
using Portal.Web.Payments;

namespace Portal.Web.Tests.Payments;

public sealed class RefundPatienceTests
{
    [Fact]
    public void BeforeRetry_GrowsToAnHour_AndNeverBeyond()
    {
        var pauses = Enumerable.Range(1, 40).Select(attempt => RefundPatience.BeforeRetry(Guid.NewGuid(), attempt)).ToList();
        Assert.InRange(pauses[0], Duration.FromSeconds(1), Duration.FromSeconds(2));
        Assert.All(pauses, pause => Assert.InRange(pause, Duration.FromSeconds(1), Duration.FromHours(1)));
        Assert.All(pauses.Skip(25), pause => Assert.True(pause >= Duration.FromMinutes(30)));
    }

    // Refunds that failed together do not come back together.
    [Fact]
    public void BeforeRetry_ManyRefunds_AreSpreadOut() =>
        Assert.True(Enumerable.Range(0, 100).Select(_ => RefundPatience.BeforeRetry(Guid.CreateVersion7(), 8)).Distinct().Count() > 50);

    [Fact]
    public void BeforeRetry_SameRefundAndAttempt_IsTheSame()
    {
        var id = Guid.NewGuid();
        Assert.Equal(RefundPatience.BeforeRetry(id, 5), RefundPatience.BeforeRetry(id, 5));
    }

    [Fact]
    public void BeforeLook_YoungRefund_IsLookedAtSoon_OldOneFourTimesADay()
    {
        Assert.Equal(Duration.FromSeconds(2), RefundPatience.BeforeLook(Duration.Zero));
        Assert.Equal(Duration.FromMinutes(15), RefundPatience.BeforeLook(Duration.FromHours(1)));
        Assert.Equal(Duration.FromHours(6), RefundPatience.BeforeLook(Duration.FromDays(9)));
    }
}
