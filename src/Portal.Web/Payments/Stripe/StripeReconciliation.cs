using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Returns;
using Portal.Returns.Refunds;
using Portal.Web.Data;
using Portal.Web.Orders;
using Stripe;
using StripeRefund = Stripe.Refund;

namespace Portal.Web.Payments.Stripe;

/// <summary>A difference between our books and Stripe's.</summary>
/// <param name="Text">What is different, with the names of refund and order.</param>
/// <param name="IsMended">True when the books agree now; false when a person has to look.</param>
public sealed record Difference(string Text, bool IsMended);

/// <summary>What a comparison found.</summary>
/// <param name="Theirs">Refunds at Stripe that were looked at.</param>
/// <param name="Ours">Refunds of ours that were looked at.</param>
/// <param name="Foreign">Refunds at Stripe of payments that the portal does not know.</param>
/// <param name="Differences">Every difference.</param>
public sealed record ReconciliationReport(int Theirs, int Ours, int Foreign, IReadOnlyList<Difference> Differences)
{
    /// <summary>True when nothing is left for a person.</summary>
    public bool IsClean => Differences.All(difference => difference.IsMended);
}

/// <summary>Compares every refund, dispute and purchase of the last days with Stripe's, in both directions, and mends what can be mended: it reads anew, and it takes in.</summary>
public sealed class StripeReconciliation(IStripeClient client, PortalDbContext database, StripeRefunds refunds, StripeProvider provider, RefundOutcomes outcomes, MissedEvents missed, RefundHolds holds, TimeProvider clock)
{
    /// <summary>How far back a daily run looks, in days.</summary>
    public const int UsualDays = 7;

    private const int PageSize = 100;

    private static readonly RefundState[] Ended = [RefundState.Succeeded, RefundState.Failed, RefundState.Canceled];

    private readonly RefundService _service = new(client);
    private readonly List<Difference> _differences = [];
    private readonly HashSet<Guid> _seen = [];
    private readonly HashSet<Guid> _moving = [];

    /// <summary>Compares.</summary>
    /// <param name="days">How far back; farther when the database was put back from an older copy, and refunds of ours that have not ended are looked at whatever their age.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="StripeException">Stripe could not be asked.</exception>
    public async Task<ReconciliationReport> RunAsync(int days = UsualDays, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var since = Instant.FromDateTimeOffset(clock.GetUtcNow()) - Duration.FromDays(days);
        if (await holds.FindAsync(cancellation) is { } hold)
        {
            // A day more than needed, should clocks differ.
            since = Instant.Min(since, hold.KnownUntil - Duration.FromDays(1));
        }

        var (theirs, foreign) = (0, 0);
        var options = new RefundListOptions { Created = new DateRangeOptions { GreaterThanOrEqual = since.ToDateTimeUtc() }, Limit = PageSize };
        await foreach (var refund in _service.ListAutoPagingAsync(options, cancellationToken: cancellation))
        {
            theirs++;
            foreign += await CompareAsync(refund, cancellation) ? 0 : 1;
        }

        var ours = await database.Refunds
            .AsNoTracking()
            .Where(row => row.Provider == StripeProvider.Called && row.SentAt != null && (row.CreatedAt >= since || !Ended.Contains(row.State)))
            .OrderBy(row => row.CreatedAt)
            .ToListAsync(cancellation);
        foreach (var row in ours.Where(row => !_seen.Contains(row.Id)))
        {
            await CompareAsync(row, cancellation);
        }

        _differences.AddRange(await missed.FindAsync(since, cancellation));
        return new ReconciliationReport(theirs, ours.Count, foreign, _differences);
    }

    // False when the payment is not one of the portal's.
    private async Task<bool> CompareAsync(StripeRefund refund, CancellationToken cancellation)
    {
        var known = await refunds.FindAsync(refund, cancellation);
        if (known.Payment is not { } payment)
        {
            return false;
        }

        if (StripeAnswers.Counts(refund) && StripeAnswers.RowOf(refund) is { } named && !_moving.Add(named))
        {
            _differences.Add(new Difference($"{refund.Id}: {await OrderAsync(payment, cancellation)} has been refunded more than once for the refund {named}", false));
        }

        if (known.Row is not { } row)
        {
            if (StripeAnswers.Counts(refund))
            {
                await refunds.TakeAsync(refund, cancellation);
                var isTakenIn = (await refunds.FindAsync(refund, cancellation)).Row is not null;
                _differences.Add(new Difference($"{refund.Id}: {Amount(refund)} of {await OrderAsync(payment, cancellation)} was refunded at Stripe; {(isTakenIn ? "it is taken in" : "it cannot be taken in")}", isTakenIn));
            }

            return true;
        }

        _seen.Add(row.Id);
        var amount = StripeAmount.FromStripe(refund.Amount, refund.Currency);
        if (amount?.Minor != row.Amount)
        {
            _differences.Add(new Difference($"{refund.Id}: {Amount(refund)} at Stripe, {row.Amount.ToString(CultureInfo.InvariantCulture)} in minor units here, {await OrderAsync(payment, cancellation)}", false));
        }

        await MoveAsync(row, refund.Id, StripeAnswers.Of(refund), cancellation);
        return true;
    }

    // Ours that the list did not show: asked for one by one.
    private async Task CompareAsync(Refund row, CancellationToken cancellation)
    {
        var payment = await database.Set<Payment>().AsNoTracking().SingleAsync(known => known.Id == row.PaymentId, cancellation);
        var currency = await database.Orders.Where(order => order.Id == row.OrderId).Select(order => order.Currency).SingleAsync(cancellation);
        var answer = await provider.FindAsync(
            new RefundOrder(row.Id, row.Key, payment.Reference, new Money(row.Amount, Currency.Of(currency)), row.SentAt ?? row.CreatedAt, row.Reference), cancellation);
        switch (answer)
        {
            case ProviderAnswer.NotFound when row.State is RefundState.Succeeded or RefundState.Pending or RefundState.RequiresAction:
                _differences.Add(new Difference($"{row.Reference ?? row.Id.ToString()}: {row.State} here, unknown at Stripe, {await OrderAsync(payment, cancellation)}", false));
                break;
            case ProviderAnswer.NotFound:
                break;
            case ProviderAnswer.Unknown or ProviderAnswer.Later:
                _differences.Add(new Difference($"{row.Reference ?? row.Id.ToString()}: Stripe could not be asked, {await OrderAsync(payment, cancellation)}", false));
                break;
            default:
                await MoveAsync(row, row.Reference ?? row.Id.ToString(), answer, cancellation);
                break;
        }
    }

    private async Task MoveAsync(Refund row, string name, ProviderAnswer answer, CancellationToken cancellation)
    {
        var theirs = StateOf(answer);
        if (row.State == theirs)
        {
            return;
        }

        await outcomes.ApplyAsync(row.Id, answer, cancellation);
        var now = await database.Refunds.AsNoTracking().Where(known => known.Id == row.Id).Select(known => known.State).SingleAsync(cancellation);
        _differences.Add(new Difference($"{name}: {theirs} at Stripe, {row.State} here{(now == theirs ? "; it is so here now" : "")}", now == theirs));
    }

    // As the portal tells it: what was taken back at Stripe has failed for the shopper.
    private static RefundState StateOf(ProviderAnswer answer) => answer switch
    {
        ProviderAnswer.Succeeded => RefundState.Succeeded,
        ProviderAnswer.Failed or ProviderAnswer.Canceled => RefundState.Failed,
        ProviderAnswer.RequiresAction => RefundState.RequiresAction,
        _ => RefundState.Pending,
    };

    private async Task<string> OrderAsync(Payment payment, CancellationToken cancellation) =>
        "order " + await database.Orders.Where(order => order.Id == payment.OrderId).Select(order => order.Number).SingleAsync(cancellation);

    private static string Amount(StripeRefund refund) =>
        StripeAmount.FromStripe(refund.Amount, refund.Currency)?.ToString() ?? string.Create(CultureInfo.InvariantCulture, $"{refund.Amount} {refund.Currency}");
}
