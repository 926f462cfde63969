using Microsoft.EntityFrameworkCore;
using Portal.Returns.Cases;
using Portal.Web.Data;
using Portal.Web.Orders;
using Portal.Web.Payments;

namespace Portal.Web.Cases;

/// <summary>A case with its order and its refunds.</summary>
public sealed record LoadedCase(ReturnCase Case, LoadedOrder Order, IReadOnlyList<Refund> Refunds);

/// <summary>Whose a case is.</summary>
public sealed record CaseKey(Guid Id, Guid OrderId, Party Party);

/// <summary>Reads cases for their status page.</summary>
public sealed class CaseReader(PortalDbContext database, OrderReader orders)
{
    /// <summary>Whose the case with this RMA is, in any way of writing it; null when there is none. Nothing else is read.</summary>
    public Task<CaseKey?> FindKeyAsync(string rma, CancellationToken cancellation = default)
    {
        var normalized = Normalize(rma);
        return database.Cases.Where(@case => @case.Rma == normalized).Select(@case => new CaseKey(@case.Id, @case.OrderId, @case.Party)).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>The case with this RMA, in any way of writing it; null when there is none.</summary>
    public async Task<LoadedCase?> FindAsync(string rma, CancellationToken cancellation = default) =>
        await FindKeyAsync(rma, cancellation) is { } key ? await LoadAsync(key.OrderId, key.Id, cancellation) : null;

    /// <summary>The case with this id; null when there is none.</summary>
    public async Task<LoadedCase?> LoadAsync(Guid id, CancellationToken cancellation = default) =>
        await database.Cases.Where(@case => @case.Id == id).Select(@case => (Guid?)@case.OrderId).SingleOrDefaultAsync(cancellation) is { } order
            ? await LoadAsync(order, id, cancellation)
            : null;

    private async Task<LoadedCase?> LoadAsync(Guid orderId, Guid id, CancellationToken cancellation)
    {
        var order = await orders.LoadAsync(orderId, cancellation);
        if (order?.Cases.SingleOrDefault(@case => @case.Id == id) is not { } found)
        {
            return null;
        }

        var refunds = await database.Refunds.AsNoTracking().Where(refund => refund.CaseId == found.Id).OrderBy(refund => refund.CreatedAt).ToListAsync(cancellation);
        found.Events.Sort((left, right) => left.At != right.At ? left.At.CompareTo(right.At) : left.Kind.CompareTo(right.Kind));
        return new LoadedCase(found, order, refunds);
    }

    private static string Normalize(string rma) => CaseNumber.TryParse(rma, out var number) ? number.Value : "";
}
