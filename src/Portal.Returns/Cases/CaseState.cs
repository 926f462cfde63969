namespace Portal.Returns.Cases;

/// <summary>Where a return case stands as a whole. Drafts are not cases.</summary>
public enum CaseState
{
    /// <summary>A person decides first.</summary>
    NeedsReview,

    /// <summary>Approved and under way.</summary>
    Open,

    /// <summary>A person refused it.</summary>
    Refused,

    /// <summary>Everything it promised has happened.</summary>
    Closed,

    /// <summary>The shopper took it back, or the goods never came.</summary>
    Canceled,
}

public enum CaseEvent
{
    Approve,
    Refuse,

    /// <summary>The shopper asks to look again, or the goods are not what was announced.</summary>
    AskReview,
    Close,

    /// <summary>The money that was thought to be paid came back.</summary>
    Reopen,
    Cancel,
}

public static class CaseTransitions
{
    public static TransitionTable<CaseState, CaseEvent> Table { get; } = new()
    {
        { CaseState.NeedsReview, CaseEvent.Approve, CaseState.Open },
        { CaseState.NeedsReview, CaseEvent.Refuse, CaseState.Refused },
        { CaseState.NeedsReview, CaseEvent.Cancel, CaseState.Canceled },
        { CaseState.Open, CaseEvent.AskReview, CaseState.NeedsReview },
        { CaseState.Open, CaseEvent.Close, CaseState.Closed },
        { CaseState.Open, CaseEvent.Cancel, CaseState.Canceled },
        { CaseState.Refused, CaseEvent.AskReview, CaseState.NeedsReview },
        { CaseState.Closed, CaseEvent.Reopen, CaseState.Open },
    };
}
