using System.Globalization;
using Stripe;
using StripeRefund = Stripe.Refund;

namespace Portal.Web.Payments.Stripe;

/// <summary>Refunds payment intents (<c>pi_…</c>) and charges (<c>ch_…</c>) through Stripe. Each refund there names our row in its metadata, so that it can be found again.</summary>
public sealed class StripeProvider(IStripeClient client, ILogger<StripeProvider> log) : IPaymentProvider
{
    /// <summary>The name under which such payments are stored.</summary>
    public const string Called = "Stripe";

    private const int PageSize = 100;

    private readonly RefundService _refunds = new(client);

    public string Name => Called;

    /// <summary>The reference when it is a payment intent's, else null.</summary>
    public static string? IntentOf(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference.StartsWith("pi_", StringComparison.Ordinal) ? reference : null;
    }

    /// <summary>The reference when it is a charge's, else null.</summary>
    public static string? ChargeOf(string reference) => IntentOf(reference) is null ? reference : null;

    public async Task<ProviderAnswer> RefundAsync(RefundOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (StripeAmount.ToStripe(order.Amount) is not { } amount)
        {
            log.LogError("Refund {Refund}: Stripe cannot pay {Amount} exactly.", order.Id, order.Amount);
            return new ProviderAnswer.Failed(RefundFault.Other);
        }

        var options = new RefundCreateOptions
        {
            Amount = amount,
            PaymentIntent = IntentOf(order.PaymentReference),
            Charge = ChargeOf(order.PaymentReference),
            Metadata = new(StringComparer.Ordinal) { [StripeAnswers.Metadata] = order.Id.ToString("N", CultureInfo.InvariantCulture) },
        };
        try
        {
            return StripeAnswers.Of(await _refunds.CreateAsync(options, new RequestOptions { IdempotencyKey = order.Key }, cancellation));
        }
        catch (Exception fault) when (StripeErrors.IsForeign(fault, cancellation))
        {
            return Said(order, fault);
        }
    }

    public async Task<ProviderAnswer> FindAsync(RefundOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        try
        {
            var found = order.Reference is { } reference
                ? await _refunds.GetAsync(reference, cancellationToken: cancellation)
                : await SearchAsync(order, cancellation);
            return found is null ? new ProviderAnswer.NotFound() : StripeAnswers.Of(found);
        }
        catch (Exception fault) when (StripeErrors.IsMissing(fault))
        {
            return new ProviderAnswer.NotFound();
        }
        catch (Exception fault) when (StripeErrors.IsForeign(fault, cancellation))
        {
            // Whatever kept us from looking says nothing about the refund.
            return Said(order, fault) is ProviderAnswer.Later later ? new ProviderAnswer.Later(later.Fault) : new ProviderAnswer.Unknown();
        }
    }

    // Should there ever be two, the one that moves money is the one to know.
    private async Task<StripeRefund?> SearchAsync(RefundOrder order, CancellationToken cancellation)
    {
        var options = new RefundListOptions
        {
            PaymentIntent = IntentOf(order.PaymentReference),
            Charge = ChargeOf(order.PaymentReference),
            Limit = PageSize,
        };
        StripeRefund? found = null;
        await foreach (var refund in _refunds.ListAutoPagingAsync(options, cancellationToken: cancellation))
        {
            if (StripeAnswers.RowOf(refund) == order.Id && (found is null || (StripeAnswers.Counts(refund) && !StripeAnswers.Counts(found))))
            {
                found = refund;
            }
        }

        return found;
    }

    private ProviderAnswer Said(RefundOrder order, Exception fault)
    {
        var answer = StripeErrors.Translate(fault);
        var said = fault as StripeException;
        log.LogWarning(
            "Refund {Refund}: Stripe answered {Status} {Code}, request {Request}; that is {Answer}.",
            order.Id,
            said is null ? fault.GetType().Name : said.HttpStatusCode,
            said?.StripeError?.Code,
            said?.StripeResponse?.RequestId,
            answer);
        return answer;
    }
}
