using Portal.Returns.Cases;
using Portal.Returns.Refunds;

namespace Portal.Returns.Tests.Cases;

/// <summary>Every state with every event: where it leads, or <c>-</c> where that is illegal.</summary>
public sealed class TransitionTests
{
    //                                                                        Approve  Refuse   AskReview    Close   Reopen Cancel
    [Theory]
    [InlineData(CaseState.NeedsReview, "Open     Refused  -            -       -      Canceled")]
    [InlineData(CaseState.Open, "        -        -        NeedsReview  Closed  -      Canceled")]
    [InlineData(CaseState.Refused, "     -        -        NeedsReview  -       -      -")]
    [InlineData(CaseState.Closed, "      -        -        -            -       Open   -")]
    [InlineData(CaseState.Canceled, "    -        -        -            -       -      -")]
    public void Case_EachEvent_MovesOrIsIllegal(CaseState state, string next) => Check(CaseTransitions.Table, state, next);

    //                                                                          Expect   Scan       Receive   Inspect    Keep  GiveUp
    [Theory]
    [InlineData(GoodsState.NotExpected, "Awaited  -          Received  -          Kept  -")]
    [InlineData(GoodsState.Awaited, "    -        InTransit  Received  -          Kept  NotExpected")]
    [InlineData(GoodsState.InTransit, "  -        InTransit  Received  -          -     NotExpected")]
    [InlineData(GoodsState.Received, "   -        -          -         Inspected  -     -")]
    [InlineData(GoodsState.Inspected, "  -        -          -         -          -     -")]
    [InlineData(GoodsState.Kept, "       -        -          Received  -          -     -")]
    public void Goods_EachEvent_MovesOrIsIllegal(GoodsState state, string next) => Check(GoodsTransitions.Table, state, next);

    //                                                                            Send     Postpone  LoseAnswer  Accept   RequireAction   Succeed    Fail    Cancel
    [Theory]
    [InlineData(RefundState.Planned, "       Sending  Planned   -           Pending  RequiresAction  Succeeded  Failed  Canceled")]
    [InlineData(RefundState.Sending, "       -        Planned   Unknown     Pending  RequiresAction  Succeeded  Failed  Canceled")]
    [InlineData(RefundState.Unknown, "       Sending  Planned   Unknown     Pending  RequiresAction  Succeeded  Failed  -")]
    [InlineData(RefundState.Pending, "       -        -         -           Pending  RequiresAction  Succeeded  Failed  Canceled")]
    [InlineData(RefundState.RequiresAction, "-        -         -           Pending  RequiresAction  Succeeded  Failed  -")]
    [InlineData(RefundState.Succeeded, "     -        -         -           -        -               Succeeded  Failed  -")]
    [InlineData(RefundState.Failed, "        -        -         -           -        -               -          Failed  -")]
    [InlineData(RefundState.Canceled, "      -        -         -           -        -               -          -       -")]
    public void Refund_EachEvent_MovesOrIsIllegal(RefundState state, string next) => Check(RefundTransitions.Table, state, next);

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

    [Fact]
    public void Table_ListsItsRows()
    {
        Assert.Equal(8, CaseTransitions.Table.Count());
        Assert.Contains((CaseState.Closed, CaseEvent.Reopen, CaseState.Open), CaseTransitions.Table);
    }

    private static void Check<TState, TEvent>(TransitionTable<TState, TEvent> table, TState state, string next)
        where TState : struct, Enum
        where TEvent : struct, Enum
    {
        var events = Enum.GetValues<TEvent>();
        var wanted = next.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(events.Length, wanted.Length);
        Assert.All(events.Zip(wanted), pair => Assert.Equal(
            pair.Second is "-" ? new Transition<TState, TEvent>.Illegal(state, pair.First) : new Transition<TState, TEvent>.Moved(Enum.Parse<TState>(pair.Second)),
            table.Apply(state, pair.First)));
    }
}
