using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.StripeEmulator;

/// <summary>Deliveries so far.</summary>
/// <param name="Sent">Accepted by the site with 2xx, duplicates counted.</param>
/// <param name="Refused">Tries that were not.</param>
/// <param name="Dropped">Never to be sent.</param>
/// <param name="Waiting">To be sent, or to be sent again.</param>
public sealed record WebhookReport(int Sent, int Refused, int Dropped, int Waiting);

/// <summary>Sends signed events, again and again until they are accepted. Safe under parallel calls.</summary>
public sealed class Webhooks : IDisposable
{
    private static readonly HttpClient OverTheNetwork = new() { Timeout = TimeSpan.FromSeconds(10) };

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly List<Delivery> _waiting = [];
    private readonly List<Delivery> _delayed = [];
    private readonly SemaphoreSlim _sending = new(1);
    private Uri? _url;
    private string _secret;
    private HttpClient _client = OverTheNetwork;
    private int _sent;
    private int _refused;
    private int _dropped;

    internal Webhooks(EmulatorOptions options) => (_clock, _url, _secret) = (options.Clock, options.WebhookUrl, options.WebhookSecret);

    /// <summary>Says where events go from now on; <paramref name="client"/> where the site is not reached over the network.</summary>
    public void SendTo(Uri url, string? secret = null, HttpClient? client = null)
    {
        lock (_gate)
        {
            (_url, _secret, _client) = (url, secret ?? _secret, client ?? _client);
        }
    }

    /// <summary>Tries once to deliver every event that is due, in their order. What is not accepted stays.</summary>
    /// <returns>How many were accepted.</returns>
    public async Task<int> DeliverAsync(CancellationToken cancellation = default)
    {
        await _sending.WaitAsync(cancellation);
        try
        {
            var accepted = 0;
            foreach (var delivery in Due())
            {
                accepted += await SendAsync(delivery, cancellation) ? 1 : 0;
            }

            return accepted;
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The header that signs a body: <c>t=…,v1=…</c>, HMAC-SHA256 of <c>t.body</c> (https://docs.stripe.com/webhooks#verify-manually).</summary>
    public static string Sign(string body, string secret, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}"));
        return $"t={time},v1={Convert.ToHexStringLower(signature)}";
    }

    public void Dispose() => _sending.Dispose();

    internal void Add(EmulatedEvent happened, WebhookFault fault)
    {
        var delivery = new Delivery(Shapes.Event(happened).ToJsonString());
        lock (_gate)
        {
            switch (fault)
            {
                case WebhookFault.Drop:
                    _dropped++;
                    break;
                case WebhookFault.Delay:
                    _delayed.Add(delivery);
                    break;
                case WebhookFault.Reorder:
                    _waiting.Insert(Math.Max(0, _waiting.Count - 1), delivery);
                    break;
                case WebhookFault.Duplicate:
                    _waiting.AddRange([delivery, new Delivery(delivery.Body)]);
                    break;
                default:
                    _waiting.Add(delivery);
                    break;
            }
        }
    }

    internal bool Advance()
    {
        lock (_gate)
        {
            var moved = _delayed.Count > 0;
            _waiting.AddRange(_delayed);
            _delayed.Clear();
            return moved;
        }
    }

    internal WebhookReport Report()
    {
        lock (_gate)
        {
            return new WebhookReport(_sent, _refused, _dropped, _waiting.Count + _delayed.Count);
        }
    }

    private List<Delivery> Due()
    {
        lock (_gate)
        {
            return _url is null ? [] : [.. _waiting];
        }
    }

    private async Task<bool> SendAsync(Delivery delivery, CancellationToken cancellation)
    {
        var isAccepted = false;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json") };
            request.Headers.Add("Stripe-Signature", Sign(delivery.Body, _secret, _clock.GetUtcNow()));
            using var answer = await _client.SendAsync(request, cancellation);
            isAccepted = answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // The site is down or slow: it stays in the queue.
        }

        lock (_gate)
        {
            if (isAccepted)
            {
                _waiting.Remove(delivery);
                _sent++;
            }
            else
            {
                _refused++;
            }
        }

        return isAccepted;
    }

    private sealed class Delivery(string body)
    {
        public string Body => body;
    }
}
