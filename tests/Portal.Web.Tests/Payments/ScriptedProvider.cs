using Portal.Web.Payments;

namespace Portal.Web.Tests.Payments;

/// <summary>A provider that answers what a test tells it to, under the name of the demo orders' provider.</summary>
internal sealed class ScriptedProvider : IPaymentProvider
{
    private readonly List<RefundOrder> _asked = [];
    private readonly List<RefundOrder> _found = [];

    public string Name => "Demo";

    /// <summary>What it says to a refund.</summary>
    public Func<RefundOrder, Task<ProviderAnswer>> Refund { get; set; } = order => Task.FromResult<ProviderAnswer>(new ProviderAnswer.Pending($"ref-{order.Id:N}"));

    /// <summary>What it says when asked what became of one.</summary>
    public Func<RefundOrder, Task<ProviderAnswer>> Find { get; set; } = _ => Task.FromResult<ProviderAnswer>(new ProviderAnswer.NotFound());

    /// <summary>Every refund it was asked for.</summary>
    public IReadOnlyList<RefundOrder> Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    /// <summary>Every refund it was asked about.</summary>
    public IReadOnlyList<RefundOrder> Found
    {
        get
        {
            lock (_found)
            {
                return [.. _found];
            }
        }
    }

    public Task<ProviderAnswer> RefundAsync(RefundOrder order, CancellationToken cancellation)
    {
        lock (_asked)
        {
            _asked.Add(order);
        }

        return Refund(order);
    }

    public Task<ProviderAnswer> FindAsync(RefundOrder order, CancellationToken cancellation)
    {
        lock (_found)
        {
            _found.Add(order);
        }

        return Find(order);
    }
}
