using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Returns.Decisions;
using Portal.Web.Content;
using Portal.Web.Data;
using Portal.Web.Notifications;
using Portal.Web.Orders;
using Portal.Web.Payments;
using Portal.Web.Resources;

namespace Portal.Web.Cases;

/// <summary>A person approves or refuses a case that waits for one. Case, units, refund rows and timeline move in one transaction.</summary>
public sealed class CaseReview(PortalDbContext database, OrderReader orders, Snapshot snapshot, Mails mails, TimeProvider clock)
{
    /// <summary>The longest answer to a shopper, in characters.</summary>
    public const int MaxAnswer = 2000;

    private const int Tries = 10;

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>
    /// Approves what the shopper confirmed: what is kept or never left is paid at once, what is to be sent back is awaited. Where the shopper
    /// only asked to look again, <paramref name="grant"/> says what they get, and the pieces are taken now.
    /// </summary>
    /// <param name="rma">The case, in any way of writing it.</param>
    /// <param name="answer">What the shopper reads on the status page; null for nothing.</param>
    /// <param name="grant">Only for a case that asks to look again.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<ReviewOutcome> ApproveAsync(string rma, string? answer, ReviewGrant? grant = null, CancellationToken cancellation = default) =>
        ReviewAsync(rma, TimelineEventKind.ReviewApproved, answer, reviewed => Approve(reviewed, grant), cancellation);

    /// <summary>Refuses a case. Its pieces are free for another one.</summary>
    /// <param name="rma">The case, in any way of writing it.</param>
    /// <param name="answer">Why, as the shopper reads it on the status page; not empty.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<ReviewOutcome> RefuseAsync(string rma, string answer, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(answer);
        return ReviewAsync(rma, TimelineEventKind.ReviewRefused, answer, Refuse, cancellation);
    }

    private async Task<ReviewOutcome> ReviewAsync(
        string rma, TimelineEventKind verdict, string? answer, Func<ReviewedCase, ReviewObstacle?> change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            database.ChangeTracker.Clear();
            await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
            try
            {
                var outcome = await TryAsync(rma, verdict, answer, change, cancellation);
                await transaction.CommitAsync(cancellation);
                return outcome;
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // The case moved, or a unit was taken, in between: it is read and judged again.
                await transaction.RollbackAsync(cancellation);
            }
        }
    }

    private async Task<ReviewOutcome> TryAsync(
        string rma, TimelineEventKind verdict, string? answer, Func<ReviewedCase, ReviewObstacle?> change, CancellationToken cancellation)
    {
        if (await LoadAsync(rma, cancellation) is not { } reviewed)
        {
            return new ReviewOutcome.Hindered(ReviewObstacle.UnknownCase, State: null);
        }

        var (opened, before) = (reviewed.Case, reviewed.Case.State);
        if (before != CaseState.NeedsReview)
        {
            // Said again, perhaps because the answer was lost.
            var isSaidAgain = opened.Events.Exists(happened => happened.Kind == verdict) && (before == CaseState.Refused) == (verdict == TimelineEventKind.ReviewRefused);
            return isSaidAgain ? new ReviewOutcome.Done(opened.Rma, before) : new ReviewOutcome.Hindered(ReviewObstacle.NotWaiting, before);
        }

        if (change(reviewed) is { } obstacle)
        {
            database.ChangeTracker.Clear();
            return new ReviewOutcome.Hindered(obstacle, before);
        }

        opened.Answer = TypedText.Clean(answer) is { Length: > 0 } text ? text : null;
        opened.AskedLineId = null;
        opened.Version++;
        AddEvent(opened, verdict);
        if (opened.State == CaseState.Refused)
        {
            mails.AddRefused(opened);
        }
        else
        {
            mails.AddApproved(opened);
        }

        await database.SaveChangesAsync(cancellation);
        return new ReviewOutcome.Done(opened.Rma, opened.State);
    }

    private async Task<ReviewedCase?> LoadAsync(string rma, CancellationToken cancellation)
    {
        var normalized = CaseNumber.TryParse(rma, out var number) ? number.Value : "";
        if (await database.Cases.Where(row => row.Rma == normalized).Select(row => (Guid?)row.OrderId).SingleOrDefaultAsync(cancellation) is not { } orderId)
        {
            return null;
        }

        // Held until the commit: edits of the order and other cases of it wait, so that what is read here still holds when it is stored.
        await database.Orders.Where(row => row.Id == orderId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version), cancellation);
        var opened = await database.Cases.AsSplitQuery().Include(row => row.Lines).Include(row => row.Units).Include(row => row.Events).SingleAsync(row => row.Rma == normalized, cancellation);
        var refunds = await database.Refunds.AsNoTracking().Where(refund => refund.CaseId == opened.Id).ToListAsync(cancellation);
        return new ReviewedCase(opened, (await orders.LoadAsync(orderId, cancellation))!, refunds);
    }

    private ReviewObstacle? Approve(ReviewedCase reviewed, ReviewGrant? grant)
    {
        var opened = reviewed.Case;
        if (opened.Lines.Count == 0)
        {
            return ReviewObstacle.MoneyMoved;
        }

        var obstacle = reviewed.IsAsked ? Grant(reviewed, grant ?? new ReviewGrant())
            : grant is not null ? ReviewObstacle.ShopperChose
            : (ReviewObstacle?)null;
        if (obstacle is not null)
        {
            return obstacle;
        }

        opened.State = Step(CaseTransitions.Table, opened.State, CaseEvent.Approve);
        if (reviewed.Refunds.Count == 0)
        {
            Carry(reviewed);
        }

        PlanAgain(reviewed);

        if (opened is { Money: MoneyState.None or MoneyState.Succeeded, Goods: not (GoodsState.Awaited or GoodsState.InTransit) })
        {
            opened.State = Step(CaseTransitions.Table, opened.State, CaseEvent.Close);
        }

        return null;
    }

    // What the shopper did not choose, since all they had was a refusal.
    private ReviewObstacle? Grant(ReviewedCase reviewed, ReviewGrant grant)
    {
        var (opened, line) = (reviewed.Case, reviewed.Case.Lines.Single());
        var hasAddress = snapshot.Site.ReturnAddress(reviewed.Order.Order.Market) is not null;
        var shipment = grant.Shipment ?? (hasAddress ? ShipmentMethod.SendBack : ShipmentMethod.Keep);
        var isUnsent = reviewed.IsUnsent(line.LineId);
        if (shipment == ShipmentMethod.SendBack && !isUnsent && !hasAddress)
        {
            return ReviewObstacle.NoReturnAddress;
        }

        var quantity = grant.Quantity ?? line.Quantity;
        var free = reviewed.Free(line, quantity, Now);
        if (quantity < 1 || free.Units.Count < quantity)
        {
            return ReviewObstacle.UnitsTaken;
        }

        (line.Quantity, line.Resolution, line.Shipment) = (quantity, Resolution.Refund, shipment);
        line.RefundWhen = isUnsent ? RefundMoment.Requested : RefundMoment.Received;
        if (opened.Units.Count == 0)
        {
            opened.Units.AddRange(free.Units.Select(unit => new CaseUnit { CaseId = opened.Id, OrderId = opened.OrderId, LineId = line.LineId, Unit = unit }));
            database.CaseUnits.AddRange(opened.Units);
        }

        return null;
    }

    private void Carry(ReviewedCase reviewed)
    {
        var opened = reviewed.Case;
        var plan = reviewed.Plan();
        (opened.Total, opened.PlanHash) = (plan.Payable.Minor, plan.Hash);
        List<Refund> rows = reviewed.PlanNow() is { } now ? [.. PlannedRefunds.Of(now, opened.Id, reviewed.Order.Order, Now)] : [];
        database.Refunds.AddRange(rows);
        opened.Money = CaseMoney.Of(rows);
        if (reviewed.SendsBack)
        {
            opened.Goods = Step(GoodsTransitions.Table, opened.Goods, GoodsEvent.Expect);
        }
        else if (reviewed.Keeps)
        {
            opened.Goods = Step(GoodsTransitions.Table, opened.Goods, GoodsEvent.Keep);
        }

        AddEvent(opened, reviewed.SendsBack ? TimelineEventKind.ApprovedToSendBack : reviewed.Keeps ? TimelineEventKind.ApprovedToKeep : TimelineEventKind.ApprovedNotSent);
    }

    // What was called off meanwhile, in part or whole, goes the way it was to go.
    private void PlanAgain(ReviewedCase reviewed)
    {
        var left = reviewed.Order.Facts.Payments.ToDictionary(payment => Guid.Parse(payment.Id), payment => (payment.Captured - payment.Refunded).Minor);
        List<Refund> rows = [.. reviewed.CalledOff.Select(refund => PlannedRefunds.InPlaceOf(refund, refund.Provider, left[refund.PaymentId], Now)).OfType<Refund>()];
        database.Refunds.AddRange(rows);
        reviewed.Case.Money = rows.Count == 0 ? reviewed.Case.Money : CaseMoney.Of([.. reviewed.Refunds, .. rows]);
    }

    private ReviewObstacle? Refuse(ReviewedCase reviewed)
    {
        if (reviewed.HasMoved)
        {
            return ReviewObstacle.MoneyMoved;
        }

        var opened = reviewed.Case;
        opened.State = Step(CaseTransitions.Table, opened.State, CaseEvent.Refuse);
        opened.Goods = Step(GoodsTransitions.Table, opened.Goods, GoodsEvent.GiveUp);
        opened.IncludesShipping = false;
        database.CaseUnits.RemoveRange(opened.Units);
        return null;
    }

    // What does not happen in a state leaves it as it is: goods that came back stay here.
    private static TState Step<TState, TEvent>(TransitionTable<TState, TEvent> table, TState state, TEvent happened)
        where TState : struct, Enum
        where TEvent : struct, Enum =>
        table.Apply(state, happened) is Transition<TState, TEvent>.Moved moved ? moved.State : state;

    private void AddEvent(ReturnCase opened, TimelineEventKind kind) =>
        database.Add(new TimelineEvent { CaseId = opened.Id, At = Now, Kind = kind });
}
