using NodaTime;
using Portal.Returns;

namespace Portal.Web.Payments;

/// <summary>Something that captured payments and can repay them. What the provider or the network does is an answer, never an exception.</summary>
public interface IPaymentProvider
{
    /// <summary>The name under which payments of this provider are stored, such as <c>Demo</c>.</summary>
    string Name { get; }

    /// <summary>Asks for a refund. Asking again with the same key has no further effect.</summary>
    Task<ProviderAnswer> RefundAsync(RefundOrder order, CancellationToken cancellation);

    /// <summary>What has become of a refund that was asked for; <see cref="ProviderAnswer.NotFound"/> when the provider has never heard of it.</summary>
    Task<ProviderAnswer> FindAsync(RefundOrder order, CancellationToken cancellation);
}

/// <param name="Id">The refund row's id, by which the provider's own record names it.</param>
/// <param name="Key">The idempotency key: made of the id, and the same for every try until the provider has spent it (<see cref="ProviderAnswer.Unknown"/>).</param>
/// <param name="PaymentReference">The provider's own name for the payment.</param>
/// <param name="Amount">Positive.</param>
/// <param name="SentAt">When the provider was first asked.</param>
/// <param name="Reference">The provider's own name for the refund, once it is known.</param>
public sealed record RefundOrder(Guid Id, string Key, string PaymentReference, Money Amount, Instant SentAt, string? Reference);
