using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Returns;
using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Data;
using Portal.Web.Notifications;
using Portal.Web.Orders;

namespace Portal.Web.Payments;

/// <summary>
/// The one door through which every answer about money comes in: from the worker, an event of the provider, a reconciliation
/// or a person; in any order, any number of times. Refund, case and timeline move in one transaction.
/// </summary>
public sealed class RefundOutcomes(PortalDbContext database, Mails mails, TimeProvider clock, ILogger<RefundOutcomes> log)
{
    private const int Tries = 10;

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Moves a refund and its case by what was said about it. An answer that comes too late to matter changes nothing.</summary>
    public Task ApplyAsync(Guid refundId, ProviderAnswer answer, CancellationToken cancellation = default) => RetryAsync(async () =>
    {
        if (await database.Refunds.SingleOrDefaultAsync(row => row.Id == refundId, cancellation) is { } refund)
        {
            await MoveAsync(refund, answer, cancellation);
        }
    }, cancellation);

    /// <summary>
    /// Takes in a refund that somebody made at the provider: it lowers what is left of the payment, and its case waits
    /// for a person to name the pieces it was for. What is planned for the same payment and was never sent is called off: it may be
    /// what was paid. A refund that is known already is moved instead.
    /// </summary>
    public async Task TakeInAsync(Guid paymentId, string reference, Money amount, ProviderAnswer answer, CancellationToken cancellation = default)
    {
        var payment = await database.Set<Payment>().AsNoTracking().SingleAsync(row => row.Id == paymentId, cancellation);
        // Where the same event is worked on elsewhere, the unique index keeps one, and the next try finds it.
        await RetryAsync(async () =>
        {
            if (await FindAsync(payment.Provider, reference, cancellation) is null)
            {
                await AddTakenInAsync(payment, reference, amount, cancellation);
            }
        }, cancellation);
        var known = await FindAsync(payment.Provider, reference, cancellation) ?? throw new InvalidOperationException("A refund that was taken in is gone.");
        await ApplyAsync(known, answer, cancellation);
    }

    /// <summary>
    /// A person calls a refund off that was never sent, or that another person was to pay; its case waits for a person again.
    /// False when money may have moved, or there is nothing to call off.
    /// </summary>
    public async Task<bool> CallOffAsync(Guid refundId, CancellationToken cancellation = default)
    {
        var isDone = false;
        await RetryAsync(async () =>
        {
            var refund = await database.Refunds.SingleOrDefaultAsync(row => row.Id == refundId && (row.SentAt == null || row.Provider == ManualProvider.Called), cancellation);
            isDone = refund is not null && await CallOffAsync(refund, cancellation);
        }, cancellation);
        return isDone;
    }

    /// <summary>A dispute stops what has not been sent: such refunds fail, and a person decides. A closed one only lifts the stop.</summary>
    public Task DisputeAsync(Guid paymentId, bool isOpen, CancellationToken cancellation = default) => RetryAsync(async () =>
    {
        var payment = await database.Set<Payment>().SingleAsync(row => row.Id == paymentId, cancellation);
        if (isOpen == payment.DisputedAt is not null)
        {
            return;
        }

        payment.DisputedAt = isOpen ? Now : null;
        if (!isOpen)
        {
            return;
        }

        foreach (var refund in await UnsentAsync(paymentId, cancellation))
        {
            await MoveAsync(refund, new ProviderAnswer.Failed(RefundFault.Disputed), cancellation);
        }

        // What failed before is no longer for the shopper to choose another way for. Every case of the payment counts as changed,
        // so that whoever moves one at this moment without knowing of the dispute has to look again.
        foreach (var opened in await database.Cases.Where(row => database.Refunds.Any(refund => refund.CaseId == row.Id && refund.PaymentId == paymentId)).ToListAsync(cancellation))
        {
            var all = await database.Refunds.Where(row => row.CaseId == opened.Id).ToListAsync(cancellation);
            Advance(opened, all, await DisputedAsync(opened, cancellation));
        }
    }, cancellation);

    private Task<List<Refund>> UnsentAsync(Guid paymentId, CancellationToken cancellation) => database.Refunds
        .Where(row => row.PaymentId == paymentId && row.State == RefundState.Planned && row.SentAt == null && row.Provider != ManualProvider.Called)
        .ToListAsync(cancellation);

    // Whoever else changed refund or case in between: it is read again and decided again.
    private async Task RetryAsync(Func<Task> change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            database.ChangeTracker.Clear();
            await change();
            try
            {
                await database.SaveChangesAsync(cancellation);
                return;
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // Read again.
            }
        }
    }

    private Task<Guid?> FindAsync(string provider, string reference, CancellationToken cancellation) =>
        database.Refunds.Where(row => row.Provider == provider && row.Reference == reference).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellation);

    private async Task AddTakenInAsync(Payment payment, string reference, Money amount, CancellationToken cancellation)
    {
        // Whoever opens a case at this moment judged the order without it.
        await database.Orders.Where(order => order.Id == payment.OrderId).ExecuteUpdateAsync(set => set.SetProperty(order => order.Version, order => order.Version + 1), cancellation);
        if (await FindMendedAsync(payment.Id, amount, cancellation) is { } mended)
        {
            database.Add(new TimelineEvent { CaseId = mended.CaseId, At = Now, Kind = TimelineEventKind.RefundedByShop, Amount = amount.Minor, PaymentLabel = payment.Label });
            database.Refunds.Add(TakenIn(mended.CaseId, payment, reference, amount, mended.Id));
            return;
        }

        var locale = await database.Orders.Where(order => order.Id == payment.OrderId).Select(order => order.Locale).SingleAsync(cancellation);
        var opened = new ReturnCase
        {
            Rma = CaseOpener.NewRma(),
            OrderId = payment.OrderId,
            Locale = locale,
            OpenedAt = Now,
            State = CaseState.NeedsReview,
            Goods = GoodsState.NotExpected,
            Money = MoneyState.Sending,
            Total = amount.Minor,
        };
        opened.Events.Add(new TimelineEvent { At = Now, Kind = TimelineEventKind.RefundedByShop, Amount = amount.Minor, PaymentLabel = payment.Label });
        database.Cases.Add(opened);
        database.Refunds.Add(TakenIn(opened.Id, payment, reference, amount, replaces: null));
        foreach (var refund in await UnsentAsync(payment.Id, cancellation))
        {
            await CallOffAsync(refund, cancellation);
        }
    }

    private async Task<bool> CallOffAsync(Refund refund, CancellationToken cancellation)
    {
        var before = refund.State;
        if (RefundTransitions.Table.Apply(before, RefundEvent.Cancel) is not Transition<RefundState, RefundEvent>.Moved moved)
        {
            return false;
        }

        (refund.State, refund.LeaseUntil, refund.EscalatedAt) = (moved.State, null, null);
        refund.Version++;
        await MoveCaseAsync(refund, before, cancellation);
        return true;
    }

    // A refund of the same amount that failed: somebody has paid it at the provider instead.
    private Task<Refund?> FindMendedAsync(Guid paymentId, Money amount, CancellationToken cancellation)
    {
        var minor = amount.Minor;
        return database.Refunds
            .AsNoTracking()
            .Where(row => row.PaymentId == paymentId && row.Amount == minor && row.State == RefundState.Failed && row.Origin == RefundOrigin.Portal
                && !database.Refunds.Any(other => other.ReplacesId == row.Id)
                && database.Cases.Any(opened => opened.Id == row.CaseId && (opened.State == CaseState.Open || opened.State == CaseState.NeedsReview)))
            .OrderBy(row => row.CreatedAt)
            .FirstOrDefaultAsync(cancellation);
    }

    private Refund TakenIn(Guid caseId, Payment payment, string reference, Money amount, Guid? replaces) => new()
    {
        CaseId = caseId,
        OrderId = payment.OrderId,
        PaymentId = payment.Id,
        Provider = payment.Provider,
        Origin = RefundOrigin.Provider,
        ReplacesId = replaces,
        Reference = reference,
        Amount = amount.Minor,
        State = RefundState.Sending,
        CreatedAt = Now,
        SentAt = Now,
        NextAt = Now,
    };

    private async Task MoveAsync(Refund refund, ProviderAnswer answer, CancellationToken cancellation)
    {
        var before = refund.State;
        // Only what the provider has certainly not begun is given up.
        var isInVain = answer is ProviderAnswer.Later && (before is RefundState.Planned or RefundState.Sending)
            && refund.SentAt is { } firstTry && Now - firstTry > RefundPatience.UntilGivenUp;
        var said = isInVain ? new ProviderAnswer.Failed(RefundFault.GaveUp) : answer;
        refund.LeaseUntil = null;
        refund.Version++;
        refund.NextAt = Now + (said is ProviderAnswer.Pending or ProviderAnswer.RequiresAction or ProviderAnswer.Succeeded
            ? RefundPatience.BeforeLook(refund.AgeAt(Now))
            : RefundPatience.BeforeRetry(refund.Id, refund.Attempts));
        if (RefundTransitions.Table.Apply(before, RefundAnswers.EventOf(said)) is not Transition<RefundState, RefundEvent>.Moved moved)
        {
            log.LogInformation("Refund {Refund} is {State}; {Answer} does not apply.", refund.Id, before, said.GetType().Name);
            Escalate(refund, said);
            return;
        }

        refund.State = moved.State;
        RefundAnswers.Remember(refund, before, said);
        Escalate(refund, said);
        await MoveCaseAsync(refund, before, cancellation);
    }

    private void Escalate(Refund refund, ProviderAnswer answer)
    {
        var patience = answer is ProviderAnswer.Unknown or ProviderAnswer.Later or ProviderAnswer.NotFound ? RefundPatience.UntilEscalated : RefundPatience.UntilOverdue;
        if (refund is { State: RefundState.Succeeded or RefundState.Failed or RefundState.Canceled } or { Provider: ManualProvider.Called })
        {
            refund.EscalatedAt = null;
        }
        else if (refund.EscalatedAt is null && refund.AgeAt(Now) > patience)
        {
            refund.EscalatedAt = Now;
            log.LogWarning("Refund {Refund} is {State} since {CreatedAt}: a person should look at it.", refund.Id, refund.State, refund.CreatedAt);
        }
    }

    private async Task MoveCaseAsync(Refund refund, RefundState before, CancellationToken cancellation)
    {
        var opened = database.Cases.Local.SingleOrDefault(row => row.Id == refund.CaseId)
            ?? await database.Cases.SingleAsync(row => row.Id == refund.CaseId, cancellation);
        // Tracked, so that several refunds of one case that move together see each other.
        var all = await database.Refunds.Where(row => row.CaseId == opened.Id).ToListAsync(cancellation);
        opened.Money = CaseMoney.Of(all);
        if (before != refund.State && RefundAnswers.Happened(refund) is { } kind)
        {
            var label = await database.Set<Payment>().Where(row => row.Id == refund.PaymentId).Select(row => row.Label).SingleAsync(cancellation);
            database.Add(new TimelineEvent { CaseId = opened.Id, At = Now, Kind = kind, Amount = refund.Amount, PaymentLabel = label });
        }

        Tell(refund, before);
        Advance(opened, all, await DisputedAsync(opened, cancellation));
    }

    // Tracked, so that a dispute that is being stored counts already.
    private async Task<HashSet<Guid>> DisputedAsync(ReturnCase opened, CancellationToken cancellation) =>
        (await database.Set<Payment>().Where(row => row.OrderId == opened.OrderId).ToListAsync(cancellation)).Where(row => row.DisputedAt is not null).Select(row => row.Id).ToHashSet();

    // Step by step: what a bank sends back opens a closed case, and a dispute makes that a person's.
    private static void Advance(ReturnCase opened, IReadOnlyCollection<Refund> refunds, HashSet<Guid> disputed)
    {
        while (Next(opened, refunds, disputed) is { } next && Step(opened, next))
        {
            // Until nothing follows.
        }

        opened.Version++;
    }

    private static CaseEvent? Next(ReturnCase opened, IReadOnlyCollection<Refund> refunds, HashSet<Guid> disputed) => opened switch
    {
        { State: CaseState.Open, Money: MoneyState.Succeeded, Goods: GoodsState.Kept or GoodsState.NotExpected or GoodsState.Received or GoodsState.Inspected } => CaseEvent.Close,
        { State: CaseState.Closed, Money: MoneyState.Failed } => CaseEvent.Reopen,
        { State: CaseState.Open } when CaseMoney.AwaitsPerson(refunds, disputed) => CaseEvent.AskReview,
        _ => null,
    };

    private static bool Step(ReturnCase opened, CaseEvent happened)
    {
        if (CaseTransitions.Table.Apply(opened.State, happened) is not Transition<CaseState, CaseEvent>.Moved moved)
        {
            return false;
        }

        opened.State = moved.State;
        return true;
    }

    // A dispute is between the shopper and their bank: both know.
    private void Tell(Refund refund, RefundState before)
    {
        if (before != refund.State && refund.State == RefundState.Succeeded)
        {
            mails.AddRefunded(refund);
        }
        else if (before != refund.State && refund is { State: RefundState.Failed, Fault: not RefundFault.Disputed })
        {
            mails.AddRefundFailed(refund);
        }
    }
}
