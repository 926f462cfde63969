using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>After which event the money goes back.</summary>
public sealed record RefundAt(RefundMoment Moment) : Answer
{
    internal override IReadOnlyList<(string Key, string Value)> Entries => 
    [
        ("at", Moment switch
        {
            RefundMoment.Requested => "requested",
            RefundMoment.Scanned => "scanned",
            RefundMoment.Received => "received",
            _ => "inspected",
        }),
    ];
}
