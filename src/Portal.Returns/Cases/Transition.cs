namespace Portal.Returns.Cases;

/// <summary>What an event did to a state. An event that does not fit is an answer, not an exception: events come late and twice.</summary>
public abstract record Transition<TState, TEvent>
    where TState : struct, Enum
    where TEvent : struct, Enum
{
    private Transition()
    {
    }

    /// <summary>The state is now this one, possibly the same as before.</summary>
    public sealed record Moved(TState State) : Transition<TState, TEvent>;

    /// <summary>The event does not happen in this state, which stays.</summary>
    public sealed record Illegal(TState State, TEvent Event) : Transition<TState, TEvent>;
}
