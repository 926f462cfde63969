namespace Portal.Web.Tests.Crash;

/// <summary>What happens to a payment from outside.</summary>
internal abstract record CrashEvent
{
    private CrashEvent()
    {
    }

    /// <summary>The shopper's bank disputes it.</summary>
    /// <param name="Id">Stripe's id of the dispute.</param>
    /// <param name="IsWon">How it will be decided.</param>
    public sealed record Disputed(string Id, bool IsWon) : CrashEvent;

    /// <summary>Somebody of the shop refunds a part of it in Stripe's dashboard.</summary>
    /// <param name="Id">Stripe's id of the refund.</param>
    /// <param name="Amount">In Stripe's minor units.</param>
    public sealed record RefundedByHand(string Id, long Amount) : CrashEvent;
}
