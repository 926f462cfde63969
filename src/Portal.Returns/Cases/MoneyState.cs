namespace Portal.Returns.Cases;

/// <summary>Where the money of a case is. Only <see cref="Succeeded"/> may be called refunded.</summary>
public enum MoneyState
{
    None,

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
    Canceled,
}

public enum MoneyEvent
{
    Plan,
    Send,

    /// <summary>The provider could not do it now, and certainly has not.</summary>
    Postpone,
    LoseAnswer,
    Accept,
    RequireAction,
    Succeed,
    Fail,
    Cancel,
}

public static class MoneyTransitions
{
    public static TransitionTable<MoneyState, MoneyEvent> Table { get; } = new()
    {
        { MoneyState.None, MoneyEvent.Plan, MoneyState.Planned },
        { MoneyState.Planned, MoneyEvent.Send, MoneyState.Sending },
        { MoneyState.Planned, MoneyEvent.Cancel, MoneyState.Canceled },

        // Stopped before it was sent: a dispute, or a provider that nobody set up.
        { MoneyState.Planned, MoneyEvent.Fail, MoneyState.Failed },
        { MoneyState.Planned, MoneyEvent.Postpone, MoneyState.Planned },

        // Word of an effect overtakes our own knowledge: a try that was thought lost, or a person who paid.
        { MoneyState.Planned, MoneyEvent.Accept, MoneyState.Pending },
        { MoneyState.Planned, MoneyEvent.RequireAction, MoneyState.RequiresAction },
        { MoneyState.Planned, MoneyEvent.Succeed, MoneyState.Succeeded },
        { MoneyState.Sending, MoneyEvent.Postpone, MoneyState.Planned },
        { MoneyState.Unknown, MoneyEvent.Postpone, MoneyState.Planned },
        { MoneyState.Sending, MoneyEvent.LoseAnswer, MoneyState.Unknown },
        { MoneyState.Sending, MoneyEvent.Accept, MoneyState.Pending },
        { MoneyState.Sending, MoneyEvent.RequireAction, MoneyState.RequiresAction },
        { MoneyState.Sending, MoneyEvent.Succeed, MoneyState.Succeeded },
        { MoneyState.Sending, MoneyEvent.Fail, MoneyState.Failed },
        { MoneyState.Sending, MoneyEvent.Cancel, MoneyState.Canceled },

        // The provider knows nothing of it: it is sent again under the same key.
        { MoneyState.Unknown, MoneyEvent.Send, MoneyState.Sending },
        { MoneyState.Unknown, MoneyEvent.LoseAnswer, MoneyState.Unknown },
        { MoneyState.Unknown, MoneyEvent.Accept, MoneyState.Pending },
        { MoneyState.Unknown, MoneyEvent.RequireAction, MoneyState.RequiresAction },
        { MoneyState.Unknown, MoneyEvent.Succeed, MoneyState.Succeeded },
        { MoneyState.Unknown, MoneyEvent.Fail, MoneyState.Failed },
        { MoneyState.Unknown, MoneyEvent.Cancel, MoneyState.Canceled },
        { MoneyState.Pending, MoneyEvent.Accept, MoneyState.Pending },
        { MoneyState.Pending, MoneyEvent.RequireAction, MoneyState.RequiresAction },
        { MoneyState.Pending, MoneyEvent.Succeed, MoneyState.Succeeded },
        { MoneyState.Pending, MoneyEvent.Fail, MoneyState.Failed },
        { MoneyState.Pending, MoneyEvent.Cancel, MoneyState.Canceled },
        { MoneyState.RequiresAction, MoneyEvent.Accept, MoneyState.Pending },
        { MoneyState.RequiresAction, MoneyEvent.RequireAction, MoneyState.RequiresAction },
        { MoneyState.RequiresAction, MoneyEvent.Succeed, MoneyState.Succeeded },
        { MoneyState.RequiresAction, MoneyEvent.Fail, MoneyState.Failed },
        { MoneyState.RequiresAction, MoneyEvent.Cancel, MoneyState.Canceled },
        { MoneyState.Succeeded, MoneyEvent.Succeed, MoneyState.Succeeded },

        // A bank can send a refund back days after it succeeded.
        { MoneyState.Succeeded, MoneyEvent.Fail, MoneyState.Failed },
        { MoneyState.Failed, MoneyEvent.Fail, MoneyState.Failed },

        // A new refund takes the place of one that failed or was canceled.
        { MoneyState.Failed, MoneyEvent.Plan, MoneyState.Planned },
        { MoneyState.Canceled, MoneyEvent.Plan, MoneyState.Planned },
    };
}
