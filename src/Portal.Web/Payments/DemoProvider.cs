using NodaTime;

namespace Portal.Web.Payments;

/// <summary>The embedded provider of demo orders. No money moves: a refund is pending for two seconds, then succeeds.</summary>
public sealed class DemoProvider(TimeProvider clock) : IPaymentProvider
{
    private static readonly Duration Delay = Duration.FromSeconds(2);

    private const int BankDays = 5;

    /// <summary>The name under which such payments are stored.</summary>
    public const string Called = "Demo";

    public string Name => Called;

    public Task<ProviderAnswer> RefundAsync(RefundOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Task.FromResult<ProviderAnswer>(new ProviderAnswer.Pending(ReferenceOf(order)));
    }

    public Task<ProviderAnswer> FindAsync(RefundOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        return Task.FromResult<ProviderAnswer>(
            order.Reference is null ? new ProviderAnswer.NotFound()
            : now - order.SentAt < Delay ? new ProviderAnswer.Pending(order.Reference)
            : new ProviderAnswer.Succeeded(order.Reference, now.InUtc().Date.PlusDays(BankDays)));
    }

    // The end of an id is random; its beginning is the time, which two refunds may share.
    private static string ReferenceOf(RefundOrder order) => $"DEMO-{order.Id.ToString("N")[^12..].ToUpperInvariant()}";
}
