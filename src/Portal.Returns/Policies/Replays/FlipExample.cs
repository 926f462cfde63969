using NodaTime;
using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>A decision that changes.</summary>
/// <param name="OrderNumber">The order.</param>
/// <param name="LineId">Its line.</param>
/// <param name="Now">When it is asked for.</param>
/// <param name="Reason">Why it is given back.</param>
/// <param name="Amount">The money that it is about.</param>
/// <param name="Because">Rule or message key of the first reason of the new decision, or of the old one where the new has none; empty where neither has one.</param>
public sealed record FlipExample(string OrderNumber, string LineId, Instant Now, Reason Reason, Money Amount, string Because)
{
    /// <summary>By order, line, time, reason and amount.</summary>
    internal static IComparer<FlipExample> InOrder { get; } = Comparer<FlipExample>.Create((left, right) =>
    {
        var number = string.CompareOrdinal(left.OrderNumber, right.OrderNumber);
        var line = number != 0 ? number : string.CompareOrdinal(left.LineId, right.LineId);
        var now = line != 0 ? line : left.Now.CompareTo(right.Now);
        var reason = now != 0 ? now : left.Reason.CompareTo(right.Reason);
        return reason != 0 ? reason : left.Amount.Minor.CompareTo(right.Amount.Minor);
    });
}
