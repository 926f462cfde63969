using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>After which event the money goes back, and to which means of payment first.</summary>
/// <param name="Moment">The event.</param>
/// <param name="First">Means of payment that are paid back as far as they go before the others; empty for all in proportion.</param>
public sealed record RefundAt(RefundMoment Moment, IReadOnlyList<string> First) : Answer
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
        .. First.Count == 0 ? default(ReadOnlySpan<(string, string)>) : [("first", YamlWord.OneOrList(First))],
    ];
}
