using MimeKit;
using Portal.Web.Content;

namespace Portal.Web.Notifications.Transport;

/// <summary>Whom mails come from: <c>Smtp:From</c>, an address with or without a name. Without one it is the shop's contact address.</summary>
public sealed class MailSender
{
    private readonly MailboxAddress? _from;
    private readonly SiteUrl _site;

    /// <exception cref="SettingException"><c>Smtp:From</c> is no address.</exception>
    public MailSender(IConfiguration configuration, SiteUrl site)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _site = site;
        if (configuration["Smtp:From"] is { Length: > 0 } typed)
        {
            _from = MailboxAddress.TryParse(typed, out var from) && from.Address.Contains('@', StringComparison.Ordinal)
                ? from
                : throw new SettingException($"Smtp:From is '{typed}'; it must be an address such as help@example.com or \"Example Shop <help@example.com>\".");
        }
    }

    /// <summary>The sender, under the shop's name unless the setting has one of its own.</summary>
    public MailboxAddress From(SiteSettings shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return new MailboxAddress(_from?.Name is { Length: > 0 } name ? name : shop.Name, _from?.Address ?? shop.Contact.Email ?? $"help@{_site.Host}");
    }
}
