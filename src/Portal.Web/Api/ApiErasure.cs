using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Operations;

namespace Portal.Web.Api;

/// <summary>Answers that programs may still ask for again name the payments of a person's order; they go. Asked again, such a call finds its case by itself.</summary>
public sealed class ApiErasure(PortalDbContext database) : IErasure
{
    public async Task EraseAsync(ToForget people, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(people);
        var orders = people.Orders;
        foreach (var number in await database.Orders.Where(order => orders.Contains(order.Id)).Select(order => order.Number).ToListAsync(cancellation))
        {
            var named = $"\"{JsonEncodedText.Encode(number)}\"";
            await database.ApiCalls.Where(call => call.Answer.Contains(named)).ExecuteDeleteAsync(cancellation);
        }
    }
}
