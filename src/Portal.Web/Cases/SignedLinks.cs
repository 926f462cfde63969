using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Web.Cases;

/// <summary>Names in addresses that only the portal can have made.</summary>
public sealed class SignedLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Portal.Cases.SignedLinks");

    /// <summary>A token for an id, for use in an address.</summary>
    public string Sign(Guid id) => _protector.Protect(id.ToString("N"));

    /// <summary>The id of a token, or null when it was not made here.</summary>
    public Guid? Read(string token)
    {
        try
        {
            return Guid.TryParse(_protector.Unprotect(token), out var id) ? id : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
