using Portal.Web.Data;
using Portal.Web.Notifications;
using Portal.Web.Resources;

namespace Portal.Web.Orders;

/// <summary>Answers a look-up by e-mail alone: by mail, so that only whoever reads that mail learns whether there are orders.</summary>
public sealed class OrderLinks(PortalDbContext database, LinkThrottle throttle, Mails mails)
{
    /// <summary>Stores the question as a mail to be written; whether there are orders is looked up later. False when it was asked too often.</summary>
    /// <param name="email">As typed; it looks right.</param>
    /// <param name="address">The caller's network address.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<bool> AskAsync(string email, string address, CancellationToken cancellation = default)
    {
        var normalized = EmailAddress.Normalize(email);
        if (!await throttle.TryCountAsync(address, normalized, cancellation))
        {
            return false;
        }

        mails.AddOrderLinks(normalized, Locale.Current.Code);
        await database.SaveChangesAsync(cancellation);
        return true;
    }
}
