using Portal.Returns.Cases;
using Portal.Returns.Refunds;

namespace Portal.Returns.Tests.Cases;

public sealed class TransitionTests
{
    [Theory]
    [InlineData(CaseState.NeedsReview, CaseEvent.Approve, CaseState.Open)]
    [InlineData(CaseState.Open, CaseEvent.Close, CaseState.Closed)]
    [InlineData(CaseState.Refused, CaseEvent.AskReview, CaseState.NeedsReview)]
    [InlineData(CaseState.Refused, CaseEvent.Approve, null)]
    [InlineData(CaseState.Closed, CaseEvent.Cancel, null)]
    [InlineData(CaseState.Canceled, CaseEvent.Approve, null)]
    public void Case_Event_MovesOrIsIllegal(CaseState state, CaseEvent @event, CaseState? next) => Check(CaseTransitions.Table, state, @event, next);

    [Theory]
    [InlineData(GoodsState.Awaited, GoodsEvent.Receive, GoodsState.Received)]
    [InlineData(GoodsState.NotExpected, GoodsEvent.Keep, GoodsState.Kept)]
    [InlineData(GoodsState.Inspected, GoodsEvent.Receive, null)]
    [InlineData(GoodsState.Received, GoodsEvent.Scan, null)]
    public void Goods_Event_MovesOrIsIllegal(GoodsState state, GoodsEvent @event, GoodsState? next) => Check(GoodsTransitions.Table, state, @event, next);

    [Theory]
    [InlineData(RefundState.Planned, RefundEvent.Send, RefundState.Sending)]
    [InlineData(RefundState.Sending, RefundEvent.LoseAnswer, RefundState.Unknown)]
    [InlineData(RefundState.Unknown, RefundEvent.Succeed, RefundState.Succeeded)]
    [InlineData(RefundState.Succeeded, RefundEvent.Fail, RefundState.Failed)]
    [InlineData(RefundState.Succeeded, RefundEvent.Accept, null)]
    [InlineData(RefundState.Succeeded, RefundEvent.Send, null)]
    [InlineData(RefundState.Failed, RefundEvent.Send, null)]
    [InlineData(RefundState.Canceled, RefundEvent.Send, null)]
    [InlineData(RefundState.Planned, RefundEvent.Cancel, RefundState.Canceled)]
    [InlineData(RefundState.Unknown, RefundEvent.Cancel, null)]
    [InlineData(RefundState.Succeeded, RefundEvent.Cancel, null)]
    [InlineData(RefundState.Planned, RefundEvent.Succeed, RefundState.Succeeded)]
    [InlineData(RefundState.Planned, RefundEvent.LoseAnswer, null)]
    public void Refund_Event_MovesOrIsIllegal(RefundState state, RefundEvent @event, RefundState? next) => Check(RefundTransitions.Table, state, @event, next);

    [Fact]
    public void Refund_MoneyThatMayHaveMoved_IsNeverSentAgainUnlessTheAnswerWasLost()
    {
        var sendable = Enum.GetValues<RefundState>().Where(state => RefundTransitions.Table.Apply(state, RefundEvent.Send) is Transition<RefundState, RefundEvent>.Moved);

        Assert.Equal([RefundState.Planned, RefundState.Unknown], sendable);
    }

    [Fact]
    public void Final_States_AreThese()
    {
        Assert.Equal([CaseState.Canceled], Enum.GetValues<CaseState>().Where(CaseTransitions.Table.IsFinal));
        Assert.Equal([GoodsState.Inspected], Enum.GetValues<GoodsState>().Where(GoodsTransitions.Table.IsFinal));
        Assert.Equal([RefundState.Failed, RefundState.Canceled], Enum.GetValues<RefundState>().Where(RefundTransitions.Table.IsFinal));
    }

    private static void Check<TState, TEvent>(TransitionTable<TState, TEvent> table, TState state, TEvent @event, TState? next)
        where TState : struct, Enum
        where TEvent : struct, Enum =>
        Assert.Equal(
            next is { } moved ? new Transition<TState, TEvent>.Moved(moved) : new Transition<TState, TEvent>.Illegal(state, @event),
            table.Apply(state, @event));
}
