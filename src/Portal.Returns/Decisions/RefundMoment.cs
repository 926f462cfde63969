namespace Portal.Returns.Decisions;

/// <summary>The event after which the money goes back.</summary>
public enum RefundMoment
{
    Requested,
    Scanned,
    Received,
    Inspected,
}
