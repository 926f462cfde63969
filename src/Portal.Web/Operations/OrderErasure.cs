using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Orders;

namespace Portal.Web.Operations;

/// <summary>Orders keep number, lines, amounts and days. Address, postcodes, the label of a card and the way to a parcel go.</summary>
public sealed class OrderErasure(PortalDbContext database) : IErasure
{
    public async Task EraseAsync(ToForget people, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(people);
        var orders = people.Orders;
        await database.Orders.Where(order => orders.Contains(order.Id)).ExecuteUpdateAsync(
            set => set
                .SetProperty(order => order.Email, "")
                .SetProperty(order => order.DeliveryPostcode, (string?)null)
                .SetProperty(order => order.BillingPostcode, (string?)null)
                .SetProperty(order => order.Version, order => order.Version + 1),
            cancellation);
        await database.Set<Payment>().Where(payment => orders.Contains(payment.OrderId)).ExecuteUpdateAsync(set => set.SetProperty(payment => payment.Label, ""), cancellation);
        await database.Set<Parcel>().Where(parcel => orders.Contains(parcel.OrderId)).ExecuteUpdateAsync(
            set => set.SetProperty(parcel => parcel.TrackingNumber, (string?)null).SetProperty(parcel => parcel.TrackingUrl, (string?)null),
            cancellation);
    }
}
