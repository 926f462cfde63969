using Portal.Returns.Decisions;
using Portal.Returns.Statutes;

namespace Portal.Returns.Tests.Statutes;

public sealed class RefundClockTests
{
    [Theory]
    [InlineData("DE", true, "2026-12-06")]
    [InlineData("GB", true, "2026-12-06")]
    [InlineData("DE", false, null)]
    [InlineData("US", true, null)]
    public void DueOn_Withdrawal_IsTheLawsDaysAfterNotice(string market, bool isConsumer, string? due) =>
        Assert.Equal(due is null ? null : Days.Of(due), RefundClock.DueOn(market, isConsumer, Days.Of("2026-11-22")));

    [Theory]
    [InlineData(RequestKind.Withdrawal, null, Verdict.Approved, true)]
    [InlineData(RequestKind.Return, RequestKind.Withdrawal, Verdict.Approved, true)]
    [InlineData(RequestKind.Return, RequestKind.Withdrawal, Verdict.Refused, false)]
    [InlineData(RequestKind.Return, null, Verdict.Approved, false)]
    [InlineData(RequestKind.Claim, RequestKind.Claim, Verdict.Approved, false)]
    public void DueOn_Decision_HasADayWhenItCouldBeAWithdrawal(RequestKind kind, RequestKind? other, Verdict otherVerdict, bool hasDay)
    {
        var order = Shop.Order("DE");
        var decision = Shop.Decide(order, Reason.ChangedMind) with { Kind = kind, Other = null };
        var judged = decision with { Other = other is { } second ? decision with { Kind = second, Verdict = otherVerdict } : null };
        var claim = decision with { Kind = RequestKind.Claim };

        Assert.Equal(hasDay ? Days.Of("2026-12-06") : null, RefundClock.DueOn(order, [judged], Days.Of("2026-11-22")));
        Assert.Equal(hasDay ? Days.Of("2026-12-06") : null, RefundClock.DueOn(order, [claim, judged], Days.Of("2026-11-22")));
        Assert.Null(RefundClock.DueOn(order with { IsConsumer = false }, [judged], Days.Of("2026-11-22")));
    }
}
