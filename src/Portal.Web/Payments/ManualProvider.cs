namespace Portal.Web.Payments;

/// <summary>A person who pays: what no provider can repay waits here until <c>refunds paid</c> says that it is done.</summary>
public sealed class ManualProvider : IPaymentProvider
{
    /// <summary>The name under which such payments and refunds are stored.</summary>
    public const string Called = "Manual";

    public string Name => Called;

    public Task<ProviderAnswer> RefundAsync(RefundOrder order, CancellationToken cancellation) => FindAsync(order, cancellation);

    public Task<ProviderAnswer> FindAsync(RefundOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Task.FromResult<ProviderAnswer>(new ProviderAnswer.Pending(order.Reference ?? order.Id.ToString("N")));
    }
}
