using System.Net;
using System.Net.Sockets;

namespace Portal.Web.Operations;

/// <summary>What counts as one client where something is limited per address: an IPv4 address, or the /64 network of an IPv6 address, which is one household's.</summary>
public static class ClientNetwork
{
    private const int NetworkBytes = 8;

    /// <summary>The network of an address; empty when there is none.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 })
        {
            return address?.ToString() ?? "";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, NetworkBytes, bytes.Length - NetworkBytes);
        return $"{new IPAddress(bytes)}/64";
    }

    /// <summary>The network of an address as text; the text itself when it is no address.</summary>
    public static string Of(string address) => IPAddress.TryParse(address, out var parsed) ? Of(parsed) : address;
}
