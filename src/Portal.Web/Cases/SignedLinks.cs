using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace Portal.Web.Cases;

/// <summary>What a signed link opens. One that was signed for one purpose is worth nothing for another.</summary>
public enum LinkPurpose
{
    /// <summary>A case, by its id.</summary>
    Case,

    /// <summary>An order, by its id.</summary>
    Order,

    /// <summary>A withdrawal, by its id.</summary>
    Withdrawal,

    /// <summary>An article that readers do not find yet, by its key.</summary>
    Article,
}

/// <summary>Keys in addresses that only the portal can have made, each for one purpose, one thing and a while.</summary>
public sealed class SignedLinks(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The name of the key in an address.</summary>
    public const string Parameter = "key";

    /// <summary>How long the key of an order opens it: it came by a look-up that anybody can ask for.</summary>
    public static readonly Duration OrderLifetime = Duration.FromHours(24);

    /// <summary>How long the key of a case or a withdrawal opens it.</summary>
    public static readonly Duration CaseLifetime = Duration.FromDays(60);

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>A key for a thing, good from now on for its purpose's lifetime.</summary>
    public string Sign(LinkPurpose purpose, Guid id) =>
        Sign(purpose, id.ToString("N"), Lifetime(purpose));

    /// <summary>A key for a thing that has a name, good from now on for a while.</summary>
    public string Sign(LinkPurpose purpose, string name, Duration lifetime) =>
        Protector(purpose).Protect(string.Create(CultureInfo.InvariantCulture, $"{name}.{(Now + lifetime).ToUnixTimeSeconds()}"));

    /// <summary>The thing that a key opens; null when it was not made here, not for this purpose, or too long ago.</summary>
    public Guid? Read(LinkPurpose purpose, string? key) => ReadName(purpose, key) is { } id ? Guid.Parse(id) : null;

    /// <summary>The name of the thing that a key opens; null as for <see cref="Read"/>.</summary>
    public string? ReadName(LinkPurpose purpose, string? key)
    {
        if (string.IsNullOrEmpty(key))
        {
            return null;
        }

        try
        {
            var text = Protector(purpose).Unprotect(key);
            var end = text.LastIndexOf('.');
            return Now < Instant.FromUnixTimeSeconds(long.Parse(text[(end + 1)..], CultureInfo.InvariantCulture)) ? text[..end] : null;
        }
        catch (CryptographicException)
        {
            // Forged, altered, for another purpose, or signed with keys that are gone.
            return null;
        }
    }

    private static Duration Lifetime(LinkPurpose purpose) => purpose == LinkPurpose.Order ? OrderLifetime : CaseLifetime;

    private IDataProtector Protector(LinkPurpose purpose) => protection.CreateProtector("Portal.Cases.SignedLinks", purpose.ToString());
}
