using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>After which event the money goes back.</summary>
public sealed record RefundAt(RefundMoment Moment) : Answer
{
    protected override string Text => Moment switch
    {
        RefundMoment.Requested => "at: requested",
        RefundMoment.Scanned => "at: scanned",
        RefundMoment.Received => "at: received",
        _ => "at: inspected",
    };
}
