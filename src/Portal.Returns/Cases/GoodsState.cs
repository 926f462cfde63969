namespace Portal.Returns.Cases;

/// <summary>Where the goods of a case are.</summary>
public enum GoodsState
{
    /// <summary>Nothing comes back, and nothing was there to keep: never delivered, or not decided yet.</summary>
    NotExpected,
    Awaited,
    InTransit,
    Received,
    Inspected,

    /// <summary>The shopper keeps them or gives them away.</summary>
    Kept,
}

public enum GoodsEvent
{
    Expect,

    /// <summary>A carrier scanned the parcel.</summary>
    Scan,
    Receive,
    Inspect,
    Keep,

    /// <summary>They are no longer awaited: the case ended before they came.</summary>
    GiveUp,
}

public static class GoodsTransitions
{
    public static TransitionTable<GoodsState, GoodsEvent> Table { get; } = new()
    {
        { GoodsState.NotExpected, GoodsEvent.Expect, GoodsState.Awaited },
        { GoodsState.NotExpected, GoodsEvent.Keep, GoodsState.Kept },

        // Goods come back unannounced too.
        { GoodsState.NotExpected, GoodsEvent.Receive, GoodsState.Received },
        { GoodsState.Awaited, GoodsEvent.Scan, GoodsState.InTransit },
        { GoodsState.Awaited, GoodsEvent.Receive, GoodsState.Received },
        { GoodsState.Awaited, GoodsEvent.Keep, GoodsState.Kept },
        { GoodsState.Awaited, GoodsEvent.GiveUp, GoodsState.NotExpected },
        { GoodsState.InTransit, GoodsEvent.Scan, GoodsState.InTransit },
        { GoodsState.InTransit, GoodsEvent.Receive, GoodsState.Received },
        { GoodsState.InTransit, GoodsEvent.GiveUp, GoodsState.NotExpected },
        { GoodsState.Received, GoodsEvent.Inspect, GoodsState.Inspected },
        { GoodsState.Kept, GoodsEvent.Receive, GoodsState.Received },
    };
}
