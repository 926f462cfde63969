using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.Web.Payments;

namespace Portal.Web.Tests.Payments;

public sealed class CaseMoneyTests
{
    [Fact]
    public void Of_NoRefund_IsNone() => Assert.Equal(MoneyState.None, CaseMoney.Of(Array.Empty<RefundState>()));

    [Fact]
    public void Of_OneRefund_IsItsState() => Assert.All(Enum.GetValues<RefundState>(), state => Assert.Equal(state.ToString(), CaseMoney.Of([state]).ToString()));

    [Fact]
    public void Of_Several_IsSucceededOnlyWhenNothingElseIsLeft() => Assert.All(
        Enum.GetValues<RefundState>().Except([RefundState.Succeeded, RefundState.Canceled]),
        state => Assert.Equal(state.ToString(), CaseMoney.Of([RefundState.Succeeded, state, RefundState.Canceled]).ToString()));

    [Theory]
    [InlineData(RefundState.Succeeded, RefundState.Canceled, MoneyState.Succeeded)]
    [InlineData(RefundState.Pending, RefundState.Failed, MoneyState.Failed)]
    [InlineData(RefundState.Planned, RefundState.Unknown, MoneyState.Unknown)]
    [InlineData(RefundState.Sending, RefundState.RequiresAction, MoneyState.RequiresAction)]
    public void Of_Two_IsWhatNeedsAttentionFirst(RefundState one, RefundState other, MoneyState expected)
    {
        Assert.Equal(expected, CaseMoney.Of([one, other]));
        Assert.Equal(expected, CaseMoney.Of([other, one]));
    }
}
