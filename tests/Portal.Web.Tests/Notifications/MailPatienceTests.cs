using NodaTime;
using Portal.Web.Notifications;

namespace Portal.Web.Tests.Notifications;

public sealed class MailPatienceTests
{
    [Fact]
    public void BeforeRetry_EveryTry_WaitsLongerUpToTwoHoursAndAFifth()
    {
        var mail = Guid.NewGuid();
        var waits = Enumerable.Range(1, MailPatience.UntilEscalated).Select(attempt => MailPatience.BeforeRetry(mail, attempt)).ToList();
        Assert.All(waits, wait => Assert.InRange(wait, Duration.FromSeconds(24), Duration.FromHours(2.4)));
        Assert.InRange(waits[3], Duration.FromSeconds(30 * 8 * 0.8), Duration.FromSeconds(30 * 8 * 1.2));
        Assert.InRange(waits[^1], Duration.FromHours(1.6), Duration.FromHours(2.4));
    }

    [Fact]
    public void BeforeRetry_MailsThatFailedTogether_DoNotComeBackTogether() =>
        Assert.True(Enumerable.Range(0, 100).Select(_ => MailPatience.BeforeRetry(Guid.NewGuid(), 5)).Distinct().Count() > 50);
}
