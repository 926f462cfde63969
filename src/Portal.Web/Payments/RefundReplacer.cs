using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Data;
using Portal.Web.Orders;

namespace Portal.Web.Payments;

/// <summary>How a failed refund may still reach the shopper.</summary>
public enum RefundWay
{
    /// <summary>The same payment once more.</summary>
    SameAgain,

    /// <summary>A person pays it by another means.</summary>
    ByPerson,
}

/// <summary>What became of a wish to pay a failed refund in another way.</summary>
public enum ReplaceOutcome
{
    /// <summary>Another refund has taken its place.</summary>
    Planned,

    /// <summary>There is nothing to replace any more, such as after a second click.</summary>
    NothingToReplace,

    /// <summary>The shopper's bank disputes the payment, so it cannot be the way.</summary>
    Disputed,

    /// <summary>All of the payment has gone back meanwhile; a person has to look.</summary>
    NothingLeft,
}

/// <summary>Puts another refund in the place of one that failed or was called off. That one stays as it is, and is replaced once.</summary>
public sealed class RefundReplacer(PortalDbContext database, TimeProvider clock)
{
    private static readonly RefundFault?[] MayPass =
        [RefundFault.Declined, RefundFault.InsufficientBalance, RefundFault.Busy, RefundFault.GaveUp, RefundFault.Misconfigured, RefundFault.Other];

    /// <summary>The ways that are open for a refund: none while nothing failed, or while a dispute is looked into.</summary>
    public static IReadOnlyList<RefundWay> Ways(Refund refund, IReadOnlyCollection<Refund> ofCase)
    {
        ArgumentNullException.ThrowIfNull(refund);
        if (refund is not { State: RefundState.Failed, Origin: RefundOrigin.Portal } || refund.Fault == RefundFault.Disputed || ofCase.Any(other => other.ReplacesId == refund.Id))
        {
            return [];
        }

        return MayPass.Contains(refund.Fault) ? [RefundWay.SameAgain, RefundWay.ByPerson] : [RefundWay.ByPerson];
    }

    /// <summary>Stores the other refund.</summary>
    /// <param name="refundId">The refund that failed or was called off.</param>
    /// <param name="way">How to pay instead.</param>
    /// <param name="isByStaff">A person of the shop decides: then a disputed refund, and one that was called off, may be replaced too, while the dispute stands by another way only.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<ReplaceOutcome> ReplaceAsync(Guid refundId, RefundWay way, bool isByStaff = false, CancellationToken cancellation = default)
    {
        database.ChangeTracker.Clear();
        if (await database.Refunds.SingleOrDefaultAsync(row => row.Id == refundId, cancellation) is not { State: RefundState.Failed or RefundState.Canceled } failed)
        {
            return ReplaceOutcome.NothingToReplace;
        }

        var all = await database.Refunds.Where(row => row.CaseId == failed.CaseId).ToListAsync(cancellation);
        if (!isByStaff && !Ways(failed, all).Contains(way))
        {
            return ReplaceOutcome.NothingToReplace;
        }

        var opened = await database.Cases.SingleAsync(row => row.Id == failed.CaseId, cancellation);
        if (opened.State is CaseState.Refused or CaseState.Canceled)
        {
            // Its pieces are free again: whoever pays now may pay twice.
            return ReplaceOutcome.NothingToReplace;
        }

        var payment = await database.Set<Payment>().SingleAsync(row => row.Id == failed.PaymentId, cancellation);
        if (way == RefundWay.SameAgain && payment.DisputedAt is not null)
        {
            return ReplaceOutcome.Disputed;
        }

        opened.Version++;
        try
        {
            var outcome = await PlanAsync(failed, way, isByStaff, opened, payment, all, cancellation);
            await database.SaveChangesAsync(cancellation);
            return outcome;
        }
        catch (DbUpdateException)
        {
            // Somebody else replaced it, or moved the case, in between: what is there now counts.
            database.ChangeTracker.Clear();
            return ReplaceOutcome.NothingToReplace;
        }
    }

    private async Task<ReplaceOutcome> PlanAsync(Refund failed, RefundWay way, bool isByStaff, ReturnCase opened, Payment payment, IReadOnlyList<Refund> ofCase, CancellationToken cancellation)
    {
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        var owed = await database.Refunds.Where(row => row.PaymentId == payment.Id && row.State != RefundState.Failed && row.State != RefundState.Canceled).SumAsync(row => row.Amount, cancellation);
        if (PlannedRefunds.InPlaceOf(failed, way == RefundWay.ByPerson ? ManualProvider.Called : payment.Provider, payment.Captured - owed, now) is not { } other)
        {
            Step(opened, CaseEvent.AskReview);
            return ReplaceOutcome.NothingLeft;
        }

        database.Refunds.Add(other);
        opened.Money = CaseMoney.Of([.. ofCase, other]);
        if (isByStaff && !CaseMoney.AwaitsPerson([.. ofCase, other], await DisputedAsync(opened, cancellation)))
        {
            Step(opened, CaseEvent.Approve);
        }

        if (way == RefundWay.SameAgain)
        {
            database.Add(new TimelineEvent { CaseId = opened.Id, At = now, Kind = TimelineEventKind.TriedAgain, Amount = other.Amount, PaymentLabel = payment.Label });
        }

        return ReplaceOutcome.Planned;
    }

    private Task<HashSet<Guid>> DisputedAsync(ReturnCase opened, CancellationToken cancellation) =>
        database.Set<Payment>().Where(row => row.OrderId == opened.OrderId && row.DisputedAt != null).Select(row => row.Id).ToHashSetAsync(cancellation);

    private static void Step(ReturnCase opened, CaseEvent happened)
    {
        if (CaseTransitions.Table.Apply(opened.State, happened) is Transition<CaseState, CaseEvent>.Moved moved)
        {
            opened.State = moved.State;
        }
    }
}
