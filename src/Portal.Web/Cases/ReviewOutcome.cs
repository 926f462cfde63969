using Portal.Returns.Cases;
using Portal.Returns.Decisions;

namespace Portal.Web.Cases;

/// <summary>What a person grants to a shopper who had only asked to look again, and so has chosen nothing.</summary>
/// <param name="Shipment">What happens to the goods; null: sent back where there is an address for it, else kept.</param>
/// <param name="Quantity">How many pieces, at least 1; null: as many as the shopper asked about.</param>
public sealed record ReviewGrant(ShipmentMethod? Shipment = null, int? Quantity = null);

/// <summary>Why a person's word about a case could not be carried out. Nothing was changed.</summary>
public enum ReviewObstacle
{
    /// <summary>There is no case with this RMA.</summary>
    UnknownCase,

    /// <summary>The case does not wait for a person.</summary>
    NotWaiting,

    /// <summary>A refund of it is on its way or has arrived; one that was made at the provider waits for its pieces to be named.</summary>
    MoneyMoved,

    /// <summary>Fewer pieces are free than are granted.</summary>
    UnitsTaken,

    /// <summary>The shop has no address in this market that it could be sent back to.</summary>
    NoReturnAddress,

    /// <summary>The shopper has chosen and confirmed already: a person approves or refuses that.</summary>
    ShopperChose,
}

/// <summary>What became of a review.</summary>
public abstract record ReviewOutcome
{
    private ReviewOutcome()
    {
    }

    /// <summary>It is as the person said; it may have been so before.</summary>
    public sealed record Done(string Rma, CaseState State) : ReviewOutcome;

    /// <summary>It could not be done.</summary>
    public sealed record Hindered(ReviewObstacle Obstacle, CaseState? State) : ReviewOutcome;
}
