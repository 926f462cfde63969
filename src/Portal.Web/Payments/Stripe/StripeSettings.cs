using Stripe;

namespace Portal.Web.Payments.Stripe;

/// <summary>The section <c>Stripe</c> of the configuration.</summary>
/// <param name="SecretKey">The account's secret or restricted key; null when Stripe is not connected.</param>
/// <param name="WebhookSecret">What Stripe signs events with; null when none are taken.</param>
/// <param name="ApiBase">Another address than Stripe's, for tests.</param>
public sealed record StripeSettings(string? SecretKey, string? WebhookSecret, string? ApiBase)
{
    /// <summary>The longest that one call may take. What has no answer by then is unknown.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(5);

    public static StripeSettings From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string? Read(string name) => configuration[$"Stripe:{name}"]?.Trim() is { Length: > 0 } value ? value : null;
        return new StripeSettings(Read("SecretKey"), Read("WebhookSecret"), Read("ApiBase")?.TrimEnd('/'));
    }

    /// <summary>
    /// A client that tries once: the refund rows are the queue, and only they know when it is time to try again.
    /// It must be told to keep quiet about its calls, too: telemetry would send their durations along.
    /// </summary>
    /// <param name="handler">How calls travel; over the network unless given.</param>
    /// <exception cref="InvalidOperationException">There is no key.</exception>
    public IStripeClient Client(HttpMessageHandler? handler = null)
    {
        var http = new HttpClient(handler ?? new SocketsHttpHandler { PooledConnectionLifetime = ConnectionLife }) { Timeout = Patience };
        return new StripeClient(
            SecretKey ?? throw new InvalidOperationException("Stripe:SecretKey is not set."),
            httpClient: new SystemNetHttpClient(http, maxNetworkRetries: 0, enableTelemetry: false),
            apiBase: ApiBase);
    }

    // The key and the secret must not get into a log by way of a record's text.
    public override string ToString() => SecretKey is null ? "Stripe is not connected" : "Stripe is connected";
}
