using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Portal.Web.Operations;

/// <summary>
/// Whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed: <c>Proxy:KnownProxies</c> (addresses) and <c>Proxy:KnownNetworks</c> (such as 10.0.0.0/8),
/// nobody's unless set. <c>Proxy:Hops</c> says how many proxies stand in a row, 1 unless set. The host is never taken from a header: the proxy passes it on as it is.
/// </summary>
public static class ReverseProxy
{
    /// <exception cref="SettingException">An address, a network or the number of hops cannot be read.</exception>
    public static void Configure(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(configuration);
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in List(configuration, "Proxy:KnownProxies"))
        {
            options.KnownProxies.Add(IPAddress.TryParse(text, out var address) ? address : throw new SettingException($"Proxy:KnownProxies has '{text}'; it takes addresses such as 10.0.0.5."));
        }

        foreach (var text in List(configuration, "Proxy:KnownNetworks"))
        {
            options.KnownIPNetworks.Add(IPNetwork.TryParse(text, out var network) ? network : throw new SettingException($"Proxy:KnownNetworks has '{text}'; it takes networks such as 10.0.0.0/8."));
        }

        options.ForwardedHeaders = options.KnownProxies.Count + options.KnownIPNetworks.Count > 0
            ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
            : ForwardedHeaders.None;
        options.ForwardLimit = configuration["Proxy:Hops"] is not { Length: > 0 } hops ? 1
            : int.TryParse(hops, System.Globalization.CultureInfo.InvariantCulture, out var count) && count > 0 ? count
            : throw new SettingException($"Proxy:Hops is '{hops}'; it is the number of proxies in a row, 1 or more.");
    }

    // A list of the configuration, or one text with commas, as the environment gives it.
    private static IEnumerable<string> List(IConfiguration configuration, string key) =>
        configuration.GetSection(key).GetChildren().Select(child => child.Value ?? "")
            .Append(configuration[key] ?? "")
            .SelectMany(text => text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
