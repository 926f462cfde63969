using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Web.Data;
using Portal.Web.Orders;
using Portal.Web.Payments;

namespace Portal.Web.Cases;

/// <summary>A case as a list shows it.</summary>
/// <param name="Case">With its lines and events.</param>
/// <param name="OrderNumber">Its order.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Refunds">Its refunds, oldest first.</param>
/// <param name="Payments">The payments of these refunds by id.</param>
public sealed record ListedCase(ReturnCase Case, string OrderNumber, string Currency, IReadOnlyList<Refund> Refunds, IReadOnlyDictionary<Guid, Payment> Payments)
{
    /// <summary>A case that is in hand, with its order's payments.</summary>
    public static ListedCase Of(ReturnCase opened, Order order, IReadOnlyList<Refund> refunds)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new ListedCase(opened, order.Number, order.Currency, [.. refunds.OrderBy(refund => refund.CreatedAt).ThenBy(refund => refund.Id)], order.Payments.ToDictionary(payment => payment.Id));
    }
}

/// <summary>Where a slice of the list ends: the next one begins after it.</summary>
public sealed record CasePlace(Instant OpenedAt, string Rma);

/// <summary>Lists cases, newest first.</summary>
public sealed class CaseList(PortalDbContext database)
{
    /// <summary>A slice of the cases.</summary>
    /// <param name="state">Only those in this state.</param>
    /// <param name="orderNumber">Only those of this order, normalized.</param>
    /// <param name="after">Only those after this place.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyList<ListedCase>> ListAsync(CaseState? state, string? orderNumber, CasePlace? after, int count, CancellationToken cancellation = default)
    {
        var query = database.Cases.AsQueryable();
        if (state is { } wanted)
        {
            query = query.Where(row => row.State == wanted);
        }

        if (orderNumber is not null)
        {
            query = query.Where(row => database.Orders.Any(order => order.Id == row.OrderId && order.Number == orderNumber));
        }

        if (after is { OpenedAt: var at, Rma: var rma })
        {
            query = query.Where(row => row.OpenedAt < at || (row.OpenedAt == at && row.Rma.CompareTo(rma) < 0));
        }

        return await LoadAsync(query.OrderByDescending(row => row.OpenedAt).ThenByDescending(row => row.Rma).Take(count), cancellation);
    }

    /// <summary>The case with this RMA, in any way of writing it; null when there is none.</summary>
    public async Task<ListedCase?> FindAsync(string rma, CancellationToken cancellation = default)
    {
        var normalized = CaseNumber.TryParse(rma, out var number) ? number.Value : "";
        return (await LoadAsync(database.Cases.Where(row => row.Rma == normalized), cancellation)).SingleOrDefault();
    }

    private async Task<IReadOnlyList<ListedCase>> LoadAsync(IQueryable<ReturnCase> query, CancellationToken cancellation)
    {
        var cases = await query.AsNoTracking().Include(row => row.Lines).Include(row => row.Events).AsSingleQuery().ToListAsync(cancellation);
        var (ids, orderIds) = (cases.ConvertAll(row => row.Id), cases.ConvertAll(row => row.OrderId));
        var refunds = await database.Refunds.AsNoTracking().Where(refund => ids.Contains(refund.CaseId)).OrderBy(refund => refund.CreatedAt).ThenBy(refund => refund.Id).ToListAsync(cancellation);
        var paymentIds = refunds.ConvertAll(refund => refund.PaymentId);
        var payments = await database.Set<Payment>().AsNoTracking().Where(payment => paymentIds.Contains(payment.Id)).ToDictionaryAsync(payment => payment.Id, cancellation);
        var orders = await database.Orders.Where(order => orderIds.Contains(order.Id)).Select(order => new { order.Id, order.Number, order.Currency }).ToDictionaryAsync(order => order.Id, cancellation);
        return cases.ConvertAll(row =>
        {
            row.Events.Sort((left, right) => left.At != right.At ? left.At.CompareTo(right.At) : left.Kind.CompareTo(right.Kind));
            return new ListedCase(row, orders[row.OrderId].Number, orders[row.OrderId].Currency, refunds.FindAll(refund => refund.CaseId == row.Id), payments);
        });
    }
}
