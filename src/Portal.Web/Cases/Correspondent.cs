using Portal.Web.Orders;

namespace Portal.Web.Cases;

/// <summary>Who opens a case, and where mails about it may go.</summary>
/// <param name="Party">Buyer, or recipient of a gift.</param>
/// <param name="Contact">A recipient's own address, or null. A buyer's is the order's.</param>
public sealed record Correspondent(Party Party, string? Contact)
{
    public static Correspondent Buyer { get; } = new(Party.Buyer, null);
}
