namespace Portal.Returns.Decisions;

/// <summary>A payment of an order.</summary>
/// <param name="Id">The payment's identifier, unique in its order.</param>
/// <param name="Means">By which means: <c>card</c>, <c>gift_card</c>, <c>paypal</c>, <c>cash</c> and so on.</param>
/// <param name="Captured">What was captured, not negative.</param>
/// <param name="Refunded">What has been refunded or is on its way back, not more than captured.</param>
/// <param name="Step">The smallest step in minor units that can be refunded: 1, or 10 for KWD by card.</param>
public sealed record PaymentFacts(string Id, string Means, Money Captured, Money Refunded, int Step = 1)
{
    /// <summary>What can still be refunded.</summary>
    public Money Remaining => Captured - Refunded;
}

/// <summary>What the shop knows of the shopper, over the 365 days before the request.</summary>
/// <param name="Orders">Orders placed.</param>
/// <param name="Returns">Cases opened.</param>
/// <param name="ReturnlessRefunds">Cases refunded without sending back.</param>
/// <param name="Tags">Tags such as <c>vip</c>.</param>
public sealed record ShopperFacts(int Orders, int Returns, int ReturnlessRefunds, IReadOnlyList<string> Tags)
{
    public static ShopperFacts Unknown { get; } = new(0, 0, 0, []);
}

/// <summary>One unit that a case has recovered or holds.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Unit">The unit's number, 1 to the line's quantity.</param>
public sealed record RecoveredUnit(string LineId, int Unit);
