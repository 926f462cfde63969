using Portal.Returns.Cases;

namespace Portal.Returns.Refunds;

/// <summary>Where one refund is, which is one payment's share of a plan. A refund that failed or was called off stays so; another one may take its place. Only <see cref="Succeeded"/> may be called refunded.</summary>
public enum RefundState
{
    /// <summary>Stored, not yet sent.</summary>
    Planned,
    Sending,

    /// <summary>Sent, but the answer was lost: the provider is asked what happened.</summary>
    Unknown,

    /// <summary>The provider has taken it on.</summary>
    Pending,

    /// <summary>The shopper must do something for it, such as give an account.</summary>
    RequiresAction,
    Succeeded,
    Failed,

    /// <summary>Called off before any money could move.</summary>
    Canceled,
}

public enum RefundEvent
{
    Send,

    /// <summary>The provider could not do it now, and certainly has not.</summary>
    Postpone,
    LoseAnswer,
    Accept,
    RequireAction,
    Succeed,
    Fail,

    /// <summary>A person of the shop calls it off, or word comes that somebody has paid already.</summary>
    Cancel,
}

/// <summary>The money's table: each refund moves by it, and the money of a case is the most urgent of its refunds.</summary>
public static class RefundTransitions
{
    public static TransitionTable<RefundState, RefundEvent> Table { get; } = new()
    {
        { RefundState.Planned, RefundEvent.Send, RefundState.Sending },

        // Never sent, or in the hands of a person who has not paid yet.
        { RefundState.Planned, RefundEvent.Cancel, RefundState.Canceled },
        { RefundState.Sending, RefundEvent.Cancel, RefundState.Canceled },
        { RefundState.Pending, RefundEvent.Cancel, RefundState.Canceled },

        // Stopped before it was sent: a dispute, or a provider that nobody set up.
        { RefundState.Planned, RefundEvent.Fail, RefundState.Failed },
        { RefundState.Planned, RefundEvent.Postpone, RefundState.Planned },

        // Word of an effect overtakes our own knowledge: a try that was thought lost, or a person who paid.
        { RefundState.Planned, RefundEvent.Accept, RefundState.Pending },
        { RefundState.Planned, RefundEvent.RequireAction, RefundState.RequiresAction },
        { RefundState.Planned, RefundEvent.Succeed, RefundState.Succeeded },
        { RefundState.Sending, RefundEvent.Postpone, RefundState.Planned },
        { RefundState.Unknown, RefundEvent.Postpone, RefundState.Planned },
        { RefundState.Sending, RefundEvent.LoseAnswer, RefundState.Unknown },
        { RefundState.Sending, RefundEvent.Accept, RefundState.Pending },
        { RefundState.Sending, RefundEvent.RequireAction, RefundState.RequiresAction },
        { RefundState.Sending, RefundEvent.Succeed, RefundState.Succeeded },
        { RefundState.Sending, RefundEvent.Fail, RefundState.Failed },

        // The provider knows nothing of it: it is sent again under the same key.
        { RefundState.Unknown, RefundEvent.Send, RefundState.Sending },
        { RefundState.Unknown, RefundEvent.LoseAnswer, RefundState.Unknown },
        { RefundState.Unknown, RefundEvent.Accept, RefundState.Pending },
        { RefundState.Unknown, RefundEvent.RequireAction, RefundState.RequiresAction },
        { RefundState.Unknown, RefundEvent.Succeed, RefundState.Succeeded },
        { RefundState.Unknown, RefundEvent.Fail, RefundState.Failed },
        { RefundState.Pending, RefundEvent.Accept, RefundState.Pending },
        { RefundState.Pending, RefundEvent.RequireAction, RefundState.RequiresAction },
        { RefundState.Pending, RefundEvent.Succeed, RefundState.Succeeded },
        { RefundState.Pending, RefundEvent.Fail, RefundState.Failed },
        { RefundState.RequiresAction, RefundEvent.Accept, RefundState.Pending },
        { RefundState.RequiresAction, RefundEvent.RequireAction, RefundState.RequiresAction },
        { RefundState.RequiresAction, RefundEvent.Succeed, RefundState.Succeeded },
        { RefundState.RequiresAction, RefundEvent.Fail, RefundState.Failed },
        { RefundState.Succeeded, RefundEvent.Succeed, RefundState.Succeeded },

        // A bank can send a refund back days after it succeeded.
        { RefundState.Succeeded, RefundEvent.Fail, RefundState.Failed },
        { RefundState.Failed, RefundEvent.Fail, RefundState.Failed },
    };
}
