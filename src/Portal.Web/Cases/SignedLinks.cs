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
        Protector(purpose).Protect(string.Create(CultureInfo.InvariantCulture, $"{id:N}.{(Now + Lifetime(purpose)).ToUnixTimeSeconds()}"));

    /// <summary>The thing that a key opens; null when it was not made here, not for this purpose, or too long ago.</summary>
    public Guid? Read(LinkPurpose purpose, string? key)
    {
        if (string.IsNullOrEmpty(key))
        {
            return null;
        }

        try
        {
            var parts = Protector(purpose).Unprotect(key).Split('.');
            return Now < Instant.FromUnixTimeSeconds(long.Parse(parts[1], CultureInfo.InvariantCulture)) ? Guid.Parse(parts[0]) : null;
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
