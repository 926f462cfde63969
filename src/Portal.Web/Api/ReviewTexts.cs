using Portal.Returns.Cases;
using Portal.Web.Cases;

namespace Portal.Web.Api;

/// <summary>What hinders a review, for programs and for people at the command line.</summary>
internal static class ReviewTexts
{
    /// <summary>A stable code and a sentence.</summary>
    public static (string Code, string Detail) Of(ReviewObstacle obstacle, CaseState? state) => obstacle switch
    {
        ReviewObstacle.UnknownCase => ("unknown-case", "There is no such case."),
        ReviewObstacle.NotWaiting => ("not-waiting", $"The case does not wait for a person: it is {state}."),
        ReviewObstacle.MoneyMoved => ("money-moved", "Money of this case has moved. What was refunded at the provider waits for its pieces to be named: refunds name."),
        ReviewObstacle.UnitsTaken => ("units-taken", "Fewer pieces are free than would be granted."),
        ReviewObstacle.NoReturnAddress => ("no-return-address", "The site has no return address for this market: it can only be kept or given away."),
        ReviewObstacle.ShopperChose => ("shopper-chose", "The shopper has chosen and confirmed: approve or refuse that, without shipment or quantity."),
        _ => throw new InvalidOperationException($"{obstacle} is no obstacle."),
    };
}
