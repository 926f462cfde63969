using NodaTime;
using Portal.Web.Operations;

namespace Portal.Web.Orders;

/// <summary>Limits how often links are asked for, per network address and per e-mail address, whether there are orders or not.</summary>
public sealed class LinkThrottle(Counters counters)
{
    /// <summary>So many times in one window an address may ask.</summary>
    public const int PerAddress = 10;

    /// <summary>So many times in one window links to one e-mail address may be asked for, so that nobody's mail box is filled.</summary>
    public const int PerEmail = 2;

    /// <summary>How long a question counts.</summary>
    public static readonly Duration Window = Duration.FromMinutes(15);

    /// <summary>Counts a question. False when it is asked too often.</summary>
    public async Task<bool> TryCountAsync(string address, string email, CancellationToken cancellation) =>
        await counters.TryCountAsync($"links-address:{ClientNetwork.Of(address)}", PerAddress, Window, cancellation)
        && await counters.TryCountAsync($"links-email:{email}", PerEmail, Window, cancellation);
}
