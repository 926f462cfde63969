using Microsoft.EntityFrameworkCore;
using Portal.Returns.Cases;
using Portal.Web.Data;
using Portal.Web.Orders;
using Portal.Web.Payments;

namespace Portal.Web.Cases;

/// <summary>A case with its order and its refunds.</summary>
public sealed record LoadedCase(ReturnCase Case, LoadedOrder Order, IReadOnlyList<Refund> Refunds);

/// <summary>Reads cases for their status page.</summary>
public sealed class CaseReader(PortalDbContext database, OrderReader orders)
{
    /// <summary>The order of the case with this RMA, in any way of writing it; null when there is none. Nothing else is read.</summary>
    public Task<Guid?> FindOrderIdAsync(string rma, CancellationToken cancellation = default)
    {
        var normalized = Normalize(rma);
        return database.Cases.Where(@case => @case.Rma == normalized).Select(@case => (Guid?)@case.OrderId).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>The case with this RMA, in any way of writing it; null when there is none.</summary>
    public async Task<LoadedCase?> FindAsync(string rma, CancellationToken cancellation = default)
    {
        var normalized = Normalize(rma);
        var order = await FindOrderIdAsync(rma, cancellation) is { } orderId ? await orders.LoadAsync(orderId, cancellation) : null;
        if (order?.Cases.SingleOrDefault(@case => string.Equals(@case.Rma, normalized, StringComparison.Ordinal)) is not { } found)
        {
            return null;
        }

        var refunds = await database.Refunds.AsNoTracking().Where(refund => refund.CaseId == found.Id).OrderBy(refund => refund.CreatedAt).ToListAsync(cancellation);
        found.Events.Sort((left, right) => left.At != right.At ? left.At.CompareTo(right.At) : left.Kind.CompareTo(right.Kind));
        return new LoadedCase(found, order, refunds);
    }

    private static string Normalize(string rma) => CaseNumber.TryParse(rma, out var number) ? number.Value : "";
}
