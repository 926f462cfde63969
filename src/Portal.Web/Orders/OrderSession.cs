using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Web.Orders;

/// <summary>Remembers for an hour, in a signed HttpOnly cookie, which orders this browser has proven to know.</summary>
public sealed class OrderSession(IHttpContextAccessor accessor, IDataProtectionProvider protection)
{
    /// <summary>Name of the cookie.</summary>
    public const string Cookie = "portal-orders";

    /// <summary>How long a proof holds.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const int MaxOrders = 10;

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Portal.Orders.Session").ToTimeLimitedDataProtector();

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("An order session needs a request.");

    /// <summary>True when this browser has proven to know the order.</summary>
    public bool Allows(Guid order) => Read().Contains(order);

    /// <summary>Lets this browser see the order from now on.</summary>
    public void Grant(Guid order)
    {
        var orders = Read().Where(known => known != order).Prepend(order).Take(MaxOrders);
        Http.Response.Cookies.Append(Cookie, _protector.Protect(string.Join(',', orders.Select(known => known.ToString("N"))), Lifetime), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Lifetime,
            SameSite = SameSiteMode.Lax,
            Secure = Http.Request.IsHttps,
        });
    }

    private List<Guid> Read()
    {
        if (Http.Request.Cookies[Cookie] is not { Length: > 0 } cookie)
        {
            return [];
        }

        try
        {
            return _protector.Unprotect(cookie).Split(',').Select(Guid.Parse).ToList();
        }
        catch (CryptographicException)
        {
            // Forged, expired or signed with keys that are gone: the shopper proves it again.
            return [];
        }
    }
}
