using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Returns;
using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Data;

namespace Portal.Web.Payments;

/// <summary>Carries refund rows to their providers, one at a time, each held by a lease.</summary>
public sealed class RefundExecutor(PortalDbContext database, IEnumerable<IPaymentProvider> providers, TimeProvider clock, ILogger<RefundExecutor> log)
{
    private static readonly Duration Lease = Duration.FromMinutes(1);

    private static readonly Duration LookAgain = Duration.FromSeconds(2);

    private static readonly RefundState[] Waiting = [RefundState.Planned, RefundState.Sending, RefundState.Unknown, RefundState.Pending];

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Works on the refund that has waited longest. False when none is due.</summary>
    public async Task<bool> ExecuteNextAsync(CancellationToken cancellation = default)
    {
        if (await ClaimAsync(cancellation) is not { } refund)
        {
            return false;
        }

        var payment = await database.Set<Orders.Payment>().AsNoTracking().SingleAsync(row => row.Id == refund.PaymentId, cancellation);
        var currency = await database.Orders.Where(order => order.Id == refund.OrderId).Select(order => order.Currency).SingleAsync(cancellation);
        var provider = providers.Single(known => string.Equals(known.Name, payment.Provider, StringComparison.Ordinal));
        var isNew = refund.State == RefundState.Planned;
        var order = new RefundOrder(refund.Id, payment.Reference, new Money(refund.Amount, Currency.Of(currency)), refund.SentAt ?? Now);
        var answer = isNew ? new ProviderAnswer.Unknown() : await provider.FindAsync(order, cancellation);
        if (answer is ProviderAnswer.Unknown && refund.State != RefundState.Pending)
        {
            await MarkSendingAsync(refund, order.SentAt, cancellation);
            answer = await provider.RefundAsync(order, cancellation);
        }

        await ApplyAsync(refund, payment, answer, isNew, cancellation);
        return true;
    }

    // Stored before the call: whatever happens now, the row says that the provider may know of it.
    private async Task MarkSendingAsync(Refund refund, Instant sentAt, CancellationToken cancellation)
    {
        refund.SentAt = sentAt;
        if (refund.State != RefundState.Sending)
        {
            Move(refund, RefundEvent.Send);
        }

        await database.SaveChangesAsync(cancellation);
    }

    private async Task<Refund?> ClaimAsync(CancellationToken cancellation)
    {
        var now = Now;
        var due = database.Refunds.Where(refund => Waiting.Contains(refund.State) && refund.NextAt <= now && (refund.LeaseUntil == null || refund.LeaseUntil < now));
        var id = await due.OrderBy(refund => refund.NextAt).Select(refund => (Guid?)refund.Id).FirstOrDefaultAsync(cancellation);
        var claimed = await due
            .Where(refund => refund.Id == id)
            .ExecuteUpdateAsync(set => set
                .SetProperty(refund => refund.LeaseUntil, now + Lease)
                .SetProperty(refund => refund.Attempts, refund => refund.Attempts + 1), cancellation);
        return claimed == 1 ? await database.Refunds.SingleAsync(refund => refund.Id == id, cancellation) : null;
    }

    private async Task ApplyAsync(Refund refund, Orders.Payment payment, ProviderAnswer answer, bool isNew, CancellationToken cancellation)
    {
        var opened = await database.Cases.SingleAsync(@case => @case.Id == refund.CaseId, cancellation);
        var next = answer switch
        {
            ProviderAnswer.Pending => RefundEvent.Accept,
            ProviderAnswer.Succeeded => RefundEvent.Succeed,
            ProviderAnswer.Failed => RefundEvent.Fail,
            _ => RefundEvent.LoseAnswer,
        };
        Move(refund, next);
        (refund.Reference, refund.ArrivesBy) = answer switch
        {
            ProviderAnswer.Pending pending => (pending.Reference, refund.ArrivesBy),
            ProviderAnswer.Succeeded succeeded => (succeeded.Reference, succeeded.ArrivesBy),
            _ => (refund.Reference, refund.ArrivesBy),
        };
        refund.LeaseUntil = null;
        refund.NextAt = Now + LookAgain;
        TimelineEventKind? happened = answer switch
        {
            ProviderAnswer.Succeeded => TimelineEventKind.Refunded,
            ProviderAnswer.Failed => TimelineEventKind.RefundFailed,
            ProviderAnswer.Pending when isNew => TimelineEventKind.RefundSent,
            _ => null,
        };
        if (happened is { } kind)
        {
            database.Add(new TimelineEvent { CaseId = opened.Id, At = Now, Kind = kind, Amount = refund.Amount, PaymentLabel = payment.Label });
        }

        var states = await database.Refunds.Where(row => row.CaseId == opened.Id && row.Id != refund.Id).Select(row => row.State).ToListAsync(cancellation);
        opened.Money = CaseMoney.Of([.. states, refund.State]);
        if (opened is { State: CaseState.Open, Money: MoneyState.Succeeded, Goods: GoodsState.Kept or GoodsState.NotExpected })
        {
            opened.State = CaseState.Closed;
        }

        opened.Version++;
        await database.SaveChangesAsync(cancellation);
    }

    private void Move(Refund refund, RefundEvent happened)
    {
        if (RefundTransitions.Table.Apply(refund.State, happened) is Transition<RefundState, RefundEvent>.Moved moved)
        {
            refund.State = moved.State;
        }
        else
        {
            log.LogError("Refund {Refund} is {State}; {Event} does not apply.", refund.Id, refund.State, happened);
        }
    }
}
