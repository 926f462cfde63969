using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Portal.Web.Operations;
using Portal.Web.Orders;

namespace Portal.Web.Tests.Operations;

public sealed class ReverseProxyTests
{
    [Fact]
    public void Configure_NothingSet_BelievesNobody() => Assert.Equal(ForwardedHeaders.None, Configured().ForwardedHeaders);

    [Fact]
    public void Configure_ListOrTextWithCommas_BelievesThoseOnly()
    {
        var options = Configured(("Proxy:KnownProxies:0", "10.0.0.5"), ("Proxy:KnownNetworks", "172.16.0.0/12, fd00::/8"), ("Proxy:Hops", "2"));
        Assert.Equal([IPAddress.Parse("10.0.0.5")], options.KnownProxies);
        Assert.Equal(["172.16.0.0/12", "fd00::/8"], options.KnownIPNetworks.Select(network => network.ToString()));
        Assert.Equal(ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, options.ForwardedHeaders);
        Assert.Equal(2, options.ForwardLimit);
    }

    [Theory]
    [InlineData("Proxy:KnownProxies", "proxy.example")]
    [InlineData("Proxy:KnownNetworks", "10.0.0.1/99")]
    [InlineData("Proxy:Hops", "0")]
    public void Configure_Nonsense_NamesTheSetting(string name, string value) =>
        Assert.Contains(name, Assert.Throws<SettingException>(() => Configured((name, value))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("10.0.0.5", true)]
    [InlineData("192.0.2.9", false)]
    public async Task ForwardedScheme_IsBelievedFromTheProxyOnly(string caller, bool isBelieved)
    {
        await using var site = new PortalFactory { Settings = { ["Proxy:KnownProxies"] = "10.0.0.5" } };
        var client = site.Client(address: caller);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.1");
        var answer = await client.PostAsync("/en/orders", new FormUrlEncodedContent([new("number", "P-1001"), new("proof", "ada.fischer@example.com")]));
        Assert.Equal(isBelieved, Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith(OrderSession.Cookie, StringComparison.Ordinal)).Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    private static ForwardedHeadersOptions Configured(params (string Name, string Value)[] settings)
    {
        var options = new ForwardedHeadersOptions();
        ReverseProxy.Configure(options, new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build());
        return options;
    }
}
