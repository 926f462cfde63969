using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Returns.Decisions;
using Portal.Returns.Refunds;
using Portal.Returns.Statutes;
using Portal.Web.Content;
using Portal.Web.Data;
using Portal.Web.Notifications;
using Portal.Web.Orders;
using Portal.Web.Payments;
using Portal.Web.Resources;

namespace Portal.Web.Cases;

/// <summary>What opening a case gave.</summary>
public abstract record OpenOutcome
{
    private OpenOutcome()
    {
    }

    /// <summary>The case is open; when it is not new, an earlier submit has opened it.</summary>
    public sealed record Opened(string Rma, bool IsNew = false) : OpenOutcome;

    /// <summary>What was confirmed is not what would be paid now; the shopper is asked again.</summary>
    public sealed record PlanChanged : OpenOutcome;

    /// <summary>Another case holds one of the units.</summary>
    public sealed record UnitsTaken(string? Rma) : OpenOutcome;

    /// <summary>What was to be stored beside the case is there already: nothing was opened.</summary>
    public sealed record StoredBefore : OpenOutcome;
}

/// <summary>Opens cases: case, units and refund rows in one transaction, before any provider hears of it. The policy's text is kept before.</summary>
public sealed class CaseOpener(PortalDbContext database, OrderReader orders, Snapshot snapshot, Mails mails, KeptPolicies kept, TimeProvider clock)
{
    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Opens the case of a journey whose plan the shopper, or the recipient of a gift, has confirmed by its hash.</summary>
    /// <param name="journey">What is sent back, with the options that were chosen.</param>
    /// <param name="confirmedPlanHash">The plan that was shown.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="beside">Adds what is stored together with the case and its refunds.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<OpenOutcome> OpenAsync(
        Journey journey, string confirmedPlanHash, Correspondent by, Action<ReturnCase, IReadOnlyList<Refund>>? beside = null, CancellationToken cancellation = default)
    {
        if (!journey.IsChosen)
        {
            return new OpenOutcome.PlanChanged();
        }

        var plan = journey.Plan();
        if (!string.Equals(plan.Hash, confirmedPlanHash, StringComparison.Ordinal))
        {
            return new OpenOutcome.PlanChanged();
        }

        var sendsBack = journey.Lines.Any(line => !line.Chosen!.IsPaidAtOnce);
        var keeps = journey.Lines.Any(line => line.Chosen!.Shipment != ShipmentMethod.SendBack);
        var opened = new ReturnCase
        {
            Rma = NewRma(),
            OrderId = journey.Order.Order.Id,
            DraftId = journey.Draft.Id,
            Locale = Locale.Current.Code,
            Party = by.Party,
            Contact = by.Contact,
            OpenedAt = Now,
            Goods = journey.NeedsReview ? GoodsState.NotExpected : sendsBack ? GoodsState.Awaited : keeps ? GoodsState.Kept : GoodsState.NotExpected,
            Total = plan.Payable.Minor,
            PlanHash = plan.Hash,
            IncludesShipping = journey.IncludesShipping,
            RefundDueOn = RefundClock.DueOn(journey.Order.Facts, [.. journey.Lines.Select(line => line.Decision)], Today(journey.Order)),
        };
        IReadOnlyList<Refund> refunds = journey.PlanNow() is { } now ? [.. PlannedRefunds.Of(now, opened.Id, journey.Order.Order, opened.OpenedAt)] : [];
        opened.Money = CaseMoney.Of(refunds);
        // What was given back before leaves nothing to pay: with nothing to wait for either, it is done.
        opened.State = journey.NeedsReview ? CaseState.NeedsReview : refunds.Count == 0 && !sendsBack ? CaseState.Closed : CaseState.Open;
        foreach (var line in journey.Lines)
        {
            await AddLineAsync(opened, journey.Order, line.Decision, line.Chosen, cancellation);
        }

        AddEvent(opened, TimelineEventKind.Opened);
        AddEvent(opened, journey.NeedsReview ? TimelineEventKind.ReviewNeeded : sendsBack ? TimelineEventKind.ApprovedToSendBack : keeps ? TimelineEventKind.ApprovedToKeep : TimelineEventKind.ApprovedNotSent);
        database.Cases.Add(opened);
        mails.AddCaseOpened(opened);
        database.Refunds.AddRange(refunds);
        beside?.Invoke(opened, refunds);
        return await StoreAsync(opened, journey.Order, beside is not null, cancellation);
    }

    /// <summary>The case in which a person is asked to look again at this line; null when none waits.</summary>
    public static ReturnCase? AskedFor(LoadedOrder order, string? lineId) =>
        lineId is null ? null : order.Cases.FirstOrDefault(@case => string.Equals(@case.AskedLineId, lineId, StringComparison.Ordinal));

    /// <summary>Opens a case in review: the shopper asks a person to look again at a refusal. It takes no unit; while one waits for the same line, that one is found.</summary>
    public async Task<OpenOutcome> AskAgainAsync(LoadedOrder order, Decision decision, string message, Guid draftId, Correspondent by, CancellationToken cancellation = default)
    {
        if (AskedFor(order, decision.Request.LineId) is { } waiting)
        {
            return SeenBy(waiting, by.Party);
        }

        var opened = new ReturnCase
        {
            Rma = NewRma(),
            OrderId = order.Order.Id,
            DraftId = draftId,
            Locale = Locale.Current.Code,
            Party = by.Party,
            Contact = by.Contact,
            OpenedAt = Now,
            State = CaseState.NeedsReview,
            Goods = GoodsState.NotExpected,
            Money = MoneyState.None,
            Message = TypedText.Clean(message),
            AskedLineId = decision.Request.LineId,
        };
        await AddLineAsync(opened, order, decision, chosen: null, cancellation);
        AddEvent(opened, TimelineEventKind.ReviewAsked);
        database.Cases.Add(opened);
        mails.AddCaseOpened(opened);
        return await StoreAsync(opened, order, hasBeside: false, cancellation);
    }

    private static OpenOutcome SeenBy(ReturnCase waiting, Party party) =>
        waiting.Party == party ? new OpenOutcome.Opened(waiting.Rma) : new OpenOutcome.UnitsTaken(null);

    private async Task AddLineAsync(ReturnCase opened, LoadedOrder order, Decision decision, ReturnOption? chosen, CancellationToken cancellation)
    {
        opened.Lines.Add(new CaseLine
        {
            LineId = decision.Request.LineId,
            Quantity = decision.Request.Quantity,
            Reason = decision.Request.Reason,
            Kind = decision.Kind,
            Verdict = decision.Verdict,
            Resolution = chosen?.Resolution,
            Shipment = chosen?.Shipment,
            RefundWhen = decision.RefundWhen,
            Decision = DecisionJson.Write(order.Facts, decision, opened.OpenedAt),
            PolicyHash = decision.PolicyHash,
        });
        if (chosen is not null)
        {
            var units = UnitSelection.For(order.Facts, decision.Request, opened.OpenedAt);
            opened.Units.AddRange(units.Units.Select(unit => new CaseUnit { OrderId = opened.OrderId, LineId = units.LineId, Unit = unit }));
        }

        await KeepPolicyAsync(decision.PolicyHash, cancellation);
    }

    private async Task KeepPolicyAsync(string hash, CancellationToken cancellation)
    {
        var policy = snapshot.Policies.Policies.FirstOrDefault(known => string.Equals(known.Hash, hash, StringComparison.Ordinal));
        if (policy is null || kept.Contains(hash))
        {
            return;
        }

        if (!await database.Policies.AnyAsync(known => known.Hash == hash, cancellation))
        {
            var row = new StoredPolicy { Hash = hash, Name = policy.Name, Text = policy.Text };
            database.Policies.Add(row);
            try
            {
                await database.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException)
            {
                // Another case kept the same policy in between.
                database.Entry(row).State = EntityState.Detached;
            }
        }

        kept.Add(hash);
    }

    private async Task<OpenOutcome> StoreAsync(ReturnCase opened, LoadedOrder judged, bool hasBeside, CancellationToken cancellation)
    {
        // An edit of the order that was faster has changed what was judged; one that comes now waits.
        if (database.Orders.Local.FindEntry(opened.OrderId) is { } known)
        {
            known.State = EntityState.Detached;
        }

        database.Entry(judged.Order).State = EntityState.Unchanged;
        database.Entry(judged.Order).Property(order => order.Version).IsModified = true;
        try
        {
            await database.SaveChangesAsync(cancellation);
            return new OpenOutcome.Opened(opened.Rma, IsNew: true);
        }
        catch (DbUpdateConcurrencyException)
        {
            database.ChangeTracker.Clear();
            return new OpenOutcome.PlanChanged();
        }
        catch (DbUpdateException fault)
        {
            // A unique index spoke: the same draft or the same unit was stored in between. What is there now decides.
            database.ChangeTracker.Clear();
            var order = await orders.LoadAsync(opened.OrderId, cancellation);
            var holder = order?.Cases.FirstOrDefault(@case => @case.Units.Any(unit => opened.Units.Any(wanted =>
                wanted.Unit == unit.Unit && string.Equals(wanted.LineId, unit.LineId, StringComparison.Ordinal))));
            return order?.Cases.FirstOrDefault(@case => @case.DraftId == opened.DraftId) is { } same ? new OpenOutcome.Opened(same.Rma)
                // Buyer and recipient of a gift learn nothing of each other's cases.
                : order is not null && AskedFor(order, opened.AskedLineId) is { } waiting ? SeenBy(waiting, opened.Party)
                : holder is not null ? new OpenOutcome.UnitsTaken(holder.Party == opened.Party ? holder.Rma : null)
                : hasBeside ? new OpenOutcome.StoredBefore()
                : throw new InvalidOperationException("The case could not be stored.", fault);
        }
    }

    private LocalDate Today(LoadedOrder order) => Now.InZone(snapshot.Zone(order.Order.Market)).Date;

    private static void AddEvent(ReturnCase opened, TimelineEventKind kind) =>
        opened.Events.Add(new TimelineEvent { At = opened.OpenedAt, Kind = kind });

    /// <summary>A fresh RMA.</summary>
    public static string NewRma() => CaseNumber.From(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)))).ToString();
}
