using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using Portal.Web.Cases;

namespace Portal.Web.Orders;

/// <summary>Remembers for an hour, in a signed HttpOnly cookie, which orders this browser has proven to know, and as whom.</summary>
public sealed class OrderSession(IHttpContextAccessor accessor, IDataProtectionProvider protection, SignedLinks links, TimeProvider clock)
{
    /// <summary>Name of the cookie.</summary>
    public const string Cookie = "portal-orders";

    /// <summary>How long a proof holds.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const int MaxOrders = 10;

    private readonly IDataProtector _protector = protection.CreateProtector("Portal.Orders.Session");

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("An order session needs a request.");

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>True when this browser has proven to know the order.</summary>
    public bool Allows(Guid order) => PartyOf(order) is not null;

    /// <summary>True when this browser has proven to know the order as this party: buyer and recipient of a gift do not see each other's cases.</summary>
    public bool Allows(Guid order, Party party) => PartyOf(order) == party;

    /// <summary>As whom this browser has proven to know the order; null when it has not.</summary>
    public Party? PartyOf(Guid order) => Read().Where(proof => proof.Order == order).Select(proof => (Party?)proof.Party).FirstOrDefault();

    /// <summary>Lets this browser see the order from now on. What was proven last holds.</summary>
    public void Grant(Guid order, Party party)
    {
        var proofs = Read().Where(known => known.Order != order).Prepend(new Proof(order, party, Now + Duration.FromTimeSpan(Lifetime))).Take(MaxOrders);
        Http.Response.Cookies.Append(Cookie, _protector.Protect(string.Join(',', proofs)), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Lifetime,
            SameSite = SameSiteMode.Lax,
            Secure = Http.Request.IsHttps,
        });
    }

    /// <summary>
    /// Lets this browser see the order when the address carries a key that was signed for the subject; the caller then leads to the address without it.
    /// Any other key is as good as none.
    /// </summary>
    public bool TakeKey(LinkPurpose purpose, Guid subject, Guid order, Party party)
    {
        if (!HttpMethods.IsGet(Http.Request.Method) || links.Read(purpose, Http.Request.Query[SignedLinks.Parameter]) != subject)
        {
            return false;
        }

        Grant(order, party);
        return true;
    }

    private List<Proof> Read()
    {
        if (Http.Request.Cookies[Cookie] is not { Length: > 0 } cookie)
        {
            return [];
        }

        try
        {
            return _protector.Unprotect(cookie).Split(',').Select(Proof.Parse).Where(proof => proof.Until > Now).ToList();
        }
        catch (CryptographicException)
        {
            // Forged, or signed with keys that are gone: the shopper proves it again.
            return [];
        }
    }

    private sealed record Proof(Guid Order, Party Party, Instant Until)
    {
        public static Proof Parse(string text)
        {
            var parts = text.Split('.');
            return new Proof(Guid.Parse(parts[0]), Enum.Parse<Party>(parts[1]), Instant.FromUnixTimeSeconds(long.Parse(parts[2], CultureInfo.InvariantCulture)));
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Order:N}.{Party}.{Until.ToUnixTimeSeconds()}");
    }
}
