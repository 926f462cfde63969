using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Data;
using Portal.Web.Orders;

namespace Portal.Web.Payments;

/// <summary>Why a refund waits for a person.</summary>
public enum DeskReason
{
    /// <summary>A person pays it and says so.</summary>
    ToPay,

    /// <summary>It was made at the provider: a person names the pieces.</summary>
    ToName,

    /// <summary>It failed, and nothing has taken its place.</summary>
    Failed,

    /// <summary>It was called off, and nothing has taken its place.</summary>
    CalledOff,

    /// <summary>It has waited too long for an answer.</summary>
    Overdue,
}

/// <param name="Id">The refund.</param>
/// <param name="Reason">What a person has to do.</param>
/// <param name="Rma">Its case.</param>
/// <param name="OrderNumber">Its order.</param>
/// <param name="Amount">Minor units of the currency.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="PaymentLabel">The payment it belongs to.</param>
/// <param name="Fault">Why it failed or waits, if that is known.</param>
/// <param name="Since">When it was planned.</param>
public sealed record DeskRefund(Guid Id, DeskReason Reason, string Rma, string OrderNumber, long Amount, string Currency, string PaymentLabel, RefundFault? Fault, Instant Since);

/// <summary>What a person does about refunds: sees which wait, says that one is paid, and names the pieces of one made at the provider.</summary>
public sealed class RefundDesk(PortalDbContext database, RefundOutcomes outcomes, TimeProvider clock)
{
    private const int TransferDays = 3;

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Every refund that waits for a person, oldest first.</summary>
    public async Task<IReadOnlyList<DeskRefund>> ListAsync(CancellationToken cancellation = default)
    {
        var rows = await (
            from refund in database.Refunds.AsNoTracking()
            join opened in database.Cases on refund.CaseId equals opened.Id
            join order in database.Orders on refund.OrderId equals order.Id
            join payment in database.Set<Payment>() on refund.PaymentId equals payment.Id
            where (refund.Provider == ManualProvider.Called && (refund.State == RefundState.Planned || refund.State == RefundState.Sending || refund.State == RefundState.Pending))
                || (refund.Origin == RefundOrigin.Provider && opened.State == CaseState.NeedsReview)
                || ((refund.State == RefundState.Failed || refund.State == RefundState.Canceled) && refund.Origin == RefundOrigin.Portal && opened.State != CaseState.Refused && opened.State != CaseState.Canceled && !database.Refunds.Any(other => other.ReplacesId == refund.Id))
                || refund.EscalatedAt != null
            orderby refund.CreatedAt
            select new { Refund = refund, opened.Rma, order.Number, order.Currency, payment.Label }).ToListAsync(cancellation);
        return [.. rows.Select(row => new DeskRefund(
            row.Refund.Id, ReasonOf(row.Refund), row.Rma, row.Number, row.Refund.Amount, row.Currency, row.Label, row.Refund.Fault, row.Refund.CreatedAt))];
    }

    /// <summary>A person has paid a refund by hand. False when there is no such refund waiting for one.</summary>
    /// <param name="refundId">The refund.</param>
    /// <param name="reference">What the shopper's bank can search for; null when there is none.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<bool> PaidAsync(Guid refundId, string? reference, CancellationToken cancellation = default)
    {
        var refund = await database.Refunds.AsNoTracking().SingleOrDefaultAsync(row => row.Id == refundId, cancellation);
        if (refund is not { Provider: ManualProvider.Called, State: RefundState.Planned or RefundState.Sending or RefundState.Pending })
        {
            return false;
        }

        await outcomes.ApplyAsync(refundId, new ProviderAnswer.Succeeded(refundId.ToString("N"), Now.InUtc().Date.PlusDays(TransferDays), reference), cancellation);
        return true;
    }

    /// <summary>Names the pieces that a refund made at the provider was for, so that they are not recovered again; its case is then done.</summary>
    /// <returns>Null when done, or what is wrong.</returns>
    public async Task<string?> NameAsync(string rma, IReadOnlyList<UnitSelection> pieces, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        database.ChangeTracker.Clear();
        var opened = CaseNumber.TryParse(rma, out var number)
            ? await database.Cases.Include(row => row.Units).SingleOrDefaultAsync(row => row.Rma == number.Value, cancellation)
            : null;
        if (opened is not { State: CaseState.NeedsReview } || !await database.Refunds.AnyAsync(row => row.CaseId == opened.Id && row.Origin == RefundOrigin.Provider, cancellation))
        {
            return $"{rma} is not a case that waits for its pieces to be named.";
        }

        var quantities = await database.Set<OrderLine>().Where(line => line.OrderId == opened.OrderId).ToDictionaryAsync(line => line.LineId, line => line.Quantity, StringComparer.Ordinal, cancellation);
        foreach (var (line, unit) in pieces.SelectMany(selection => selection.Units.Select(unit => (selection.LineId, unit))))
        {
            if (unit < 1 || unit > quantities.GetValueOrDefault(line))
            {
                return $"The order has no piece {unit} of line '{line}'; its lines are {string.Join(", ", quantities.Select(known => $"{known.Key} (1 to {known.Value})"))}.";
            }

            database.CaseUnits.Add(new CaseUnit { CaseId = opened.Id, OrderId = opened.OrderId, LineId = line, Unit = unit });
        }

        opened.State = opened.Money == MoneyState.Succeeded ? CaseState.Closed : CaseState.Open;
        opened.Version++;
        try
        {
            await database.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateException fault) when (fault is not DbUpdateConcurrencyException)
        {
            database.ChangeTracker.Clear();
            return "One of these pieces belongs to another case already; name others, or look at that case first.";
        }
    }

    private static DeskReason ReasonOf(Refund refund) => refund switch
    {
        { State: RefundState.Failed } => DeskReason.Failed,
        { State: RefundState.Canceled } => DeskReason.CalledOff,
        { Provider: ManualProvider.Called } => DeskReason.ToPay,
        { Origin: RefundOrigin.Provider } => DeskReason.ToName,
        _ => DeskReason.Overdue,
    };
}
