using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Site;
using Portal.Returns.Decisions;

namespace Portal.Browser.Tests.Journeys;

/// <summary>The ways to pages that other tests start from.</summary>
public static class Shortcuts
{
    /// <summary>Goes from the order to "check your answers" for one piece.</summary>
    public static async Task<CheckPage> CheckOne(this OrderPage order, DemoLine bought, Reason reason, ShipmentMethod shipment)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(bought);
        var items = await order.Return(bought.Title);
        await items.Choose(bought.Title, 1, reason);
        var options = await items.Continue();
        await options.Choose(shipment);
        return await options.Continue();
    }

    /// <summary>Goes from the order to "check your answers" for all pieces, because of a change of mind.</summary>
    public static async Task<CheckPage> CheckAll(this OrderPage order, DemoLine bought)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(bought);
        var items = await order.Return(bought.Title);
        await items.Choose(bought.Title, bought.Line.Quantity, Reason.ChangedMind);
        var options = await items.Continue();
        await options.Choose(ShipmentMethod.SendBack);
        return await options.Continue();
    }

    /// <summary>Returns one piece.</summary>
    public static async Task<CasePage> ReturnOne(this OrderPage order, DemoLine bought, Reason reason, ShipmentMethod shipment) =>
        await (await order.CheckOne(bought, reason, shipment)).Confirm();
}
