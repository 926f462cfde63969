using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Orders;
using Stripe;
using StripeDispute = Stripe.Dispute;
using StripeRefund = Stripe.Refund;

namespace Portal.Web.Payments.Stripe;

/// <summary>What a refund at Stripe is to us.</summary>
/// <param name="Payment">The payment it is of; null when the portal does not know it.</param>
/// <param name="Row">Our row for it; null when somebody made it at Stripe.</param>
public sealed record KnownRefund(Payment? Payment, Refund? Row);

/// <summary>Carries what Stripe knows of refunds and disputes to the one door for outcomes. It is always read anew: what an event says may be old.</summary>
public sealed class StripeRefunds(IStripeClient client, PortalDbContext database, RefundOutcomes outcomes, ILogger<StripeRefunds> log)
{
    private const int PageSize = 100;

    private static readonly SemaphoreSlim TakingIn = new(1);

    private readonly RefundService _refunds = new(client);
    private readonly DisputeService _disputes = new(client);

    /// <summary>Reads one refund.</summary>
    public async Task ReadAsync(string refundId, CancellationToken cancellation) =>
        await TakeAsync(await _refunds.GetAsync(refundId, cancellationToken: cancellation), cancellation);

    /// <summary>Reads every refund of a charge.</summary>
    public async Task ReadOfChargeAsync(string chargeId, CancellationToken cancellation)
    {
        await foreach (var refund in _refunds.ListAutoPagingAsync(new RefundListOptions { Charge = chargeId, Limit = PageSize }, cancellationToken: cancellation))
        {
            await TakeAsync(refund, cancellation);
        }
    }

    /// <summary>Reads a dispute and all others of its charge: the payment stays stopped while any of them stands.</summary>
    public async Task ReadDisputeAsync(string disputeId, CancellationToken cancellation)
    {
        var dispute = await _disputes.GetAsync(disputeId, cancellationToken: cancellation);
        if (await PaymentAsync(dispute.PaymentIntentId, dispute.ChargeId, cancellation) is not { } payment)
        {
            log.LogInformation("Dispute {Dispute} is of a payment that the portal does not know.", disputeId);
            return;
        }

        await ReadDisputesAsync(payment, cancellation);
    }

    /// <summary>Reads every dispute of a payment.</summary>
    /// <returns>True when one of them stands.</returns>
    public async Task<bool> ReadDisputesAsync(Payment payment, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(payment);
        var stands = false;
        var options = new DisputeListOptions { PaymentIntent = StripeProvider.IntentOf(payment.Reference), Charge = StripeProvider.ChargeOf(payment.Reference), Limit = PageSize };
        await foreach (var dispute in _disputes.ListAutoPagingAsync(options, cancellationToken: cancellation))
        {
            stands |= Stands(dispute);
        }

        await outcomes.DisputeAsync(payment.Id, stands, cancellation);
        return stands;
    }

    /// <summary>Reads all that has happened to a payment so far.</summary>
    public async Task ReadOfPaymentAsync(string reference, CancellationToken cancellation)
    {
        if (await PaymentAsync(reference, reference, cancellation) is not { } payment)
        {
            return;
        }

        var options = new RefundListOptions { PaymentIntent = StripeProvider.IntentOf(reference), Charge = StripeProvider.ChargeOf(reference), Limit = PageSize };
        await foreach (var refund in _refunds.ListAutoPagingAsync(options, cancellationToken: cancellation))
        {
            await TakeAsync(refund, cancellation);
        }

        await ReadDisputesAsync(payment, cancellation);
    }

    /// <summary>Which payment and which row of ours a refund belongs to.</summary>
    public async Task<KnownRefund> FindAsync(StripeRefund refund, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(refund);
        var payment = await PaymentAsync(refund.PaymentIntentId, refund.ChargeId, cancellation);
        if (payment is null)
        {
            return new KnownRefund(null, null);
        }

        var row = await database.Refunds.AsNoTracking().SingleOrDefaultAsync(known => known.Provider == StripeProvider.Called && known.Reference == refund.Id, cancellation);
        if (row is null && StripeAnswers.RowOf(refund) is { } id)
        {
            // A row that already has another refund at Stripe cannot be this one as well.
            row = await database.Refunds.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id && known.PaymentId == payment.Id && known.Reference == null, cancellation);
        }

        return new KnownRefund(payment, row);
    }

    /// <summary>Tells the portal of a refund: moves our row, or takes in one that was made at Stripe.</summary>
    /// <returns>What it was to us before.</returns>
    public async Task<KnownRefund> TakeAsync(StripeRefund refund, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(refund);
        var known = await FindAsync(refund, cancellation);
        switch (known)
        {
            case { Row: { } row }:
                await outcomes.ApplyAsync(row.Id, StripeAnswers.Of(refund), cancellation);
                break;
            case { Payment: null }:
                log.LogInformation("Refund {Reference} is of a payment that the portal does not know.", refund.Id);
                break;
            // What never came to anything takes nothing from the payment.
            case { Payment: { } payment } when StripeAnswers.Counts(refund):
                await TakeInAsync(payment, refund, cancellation);
                break;
        }

        return known;
    }

    /// <summary>The stored payment that Stripe names so; null when the portal does not know it.</summary>
    public Task<Payment?> PaymentAsync(string? intent, string? charge, CancellationToken cancellation) => database.Set<Payment>()
        .AsNoTracking()
        .Where(payment => payment.Provider == StripeProvider.Called && (payment.Reference == intent || payment.Reference == charge))
        .OrderBy(payment => payment.Id)
        .FirstOrDefaultAsync(cancellation);

    // Several events tell of one refund. One worker of this process takes it in, the next finds it; between nodes the unique index decides.
    private async Task TakeInAsync(Payment payment, StripeRefund refund, CancellationToken cancellation)
    {
        if (StripeAmount.FromStripe(refund.Amount, refund.Currency) is not { } amount)
        {
            log.LogError("Refund {Reference} is in {Currency}, which the portal cannot count.", refund.Id, refund.Currency);
            return;
        }

        await TakingIn.WaitAsync(cancellation);
        try
        {
            await outcomes.TakeInAsync(payment.Id, refund.Id, amount, StripeAnswers.Of(refund), cancellation);
            log.LogWarning("Refund {Reference} was made at Stripe; it is taken in.", refund.Id);
        }
        finally
        {
            TakingIn.Release();
        }
    }

    // An inquiry may still be answered by a refund. A lost dispute stands for ever: the bank has given the shopper the money.
    private static bool Stands(StripeDispute dispute) => dispute.Status switch
    {
        "won" or "warning_closed" or "prevented" => false,
        "lost" => true,
        _ => !dispute.IsChargeRefundable,
    };
}
