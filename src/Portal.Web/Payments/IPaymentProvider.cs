using NodaTime;
using Portal.Returns;

namespace Portal.Web.Payments;

/// <summary>Something that captured payments and can repay them.</summary>
public interface IPaymentProvider
{
    /// <summary>The name under which payments of this provider are stored, such as <c>Demo</c>.</summary>
    string Name { get; }

    /// <summary>Asks for a refund. Asking again with the same id has no further effect.</summary>
    Task<ProviderAnswer> RefundAsync(RefundOrder order, CancellationToken cancellation);

    /// <summary>What has become of a refund that was asked for; <see cref="ProviderAnswer.Unknown"/> when the provider has never heard of it.</summary>
    Task<ProviderAnswer> FindAsync(RefundOrder order, CancellationToken cancellation);
}

/// <param name="Id">The refund row's id: idempotency key and reference.</param>
/// <param name="PaymentReference">The provider's own name for the payment.</param>
/// <param name="Amount">Positive.</param>
/// <param name="SentAt">When the provider was first asked.</param>
public sealed record RefundOrder(Guid Id, string PaymentReference, Money Amount, Instant SentAt);

/// <summary>What a provider said, in our words.</summary>
public abstract record ProviderAnswer
{
    private ProviderAnswer()
    {
    }

    /// <summary>Accepted, not yet done.</summary>
    public sealed record Pending(string Reference) : ProviderAnswer;

    /// <summary>Done; the bank shows it by the day given.</summary>
    public sealed record Succeeded(string Reference, LocalDate ArrivesBy) : ProviderAnswer;

    /// <summary>Refused for good.</summary>
    public sealed record Failed(string Code) : ProviderAnswer;

    /// <summary>Nobody knows whether it happened: the provider must be asked.</summary>
    public sealed record Unknown : ProviderAnswer;
}
