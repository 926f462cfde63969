using MimeKit;
using Portal.Web.Components;
using Portal.Web.Components.MailParts;
using Portal.Web.Content;
using Portal.Web.Notifications.Transport;
using Portal.Web.Resources;

namespace Portal.Web.Notifications.Letters;

/// <summary>Makes a letter into a message: HTML and text from the same words, in its locale, under the row's Message-ID.</summary>
public sealed class LetterPress(ComponentRenderer components, Texts texts, LetterLinks links, Snapshot snapshot, SiteUrl site, MailSender sender, TimeProvider clock)
{
    /// <exception cref="FormatException">The letter's address is none.</exception>
    public async Task<MimeMessage> PrintAsync(Mail mail, Letter letter)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(letter);
        letter.Locale.Speak();
        var frame = Frame(letter.Locale);
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            Date = clock.GetUtcNow(),
            MessageId = $"{mail.Id:N}@{site.Host}",
            Body = new MultipartAlternative
            {
                new TextPart("plain") { Text = LetterText.Write(letter, frame) },
                new TextPart("html")
                {
                    Text = await components.RenderAsync<MailDocument>(new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        [nameof(MailDocument.Letter)] = letter,
                        [nameof(MailDocument.Frame)] = frame,
                    }),
                },
            },
        };
        message.From.Add(sender.From(snapshot.Site));
        message.To.Add(MailboxOf(letter.To));
        if (snapshot.Site.Contact.Email is { } contact)
        {
            message.ReplyTo.Add(new MailboxAddress(snapshot.Site.Name, contact));
        }

        // RFC 3834: nobody's out-of-office answers a machine.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Body.Headers.Add(HeaderId.ContentLanguage, letter.Locale.Code);
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    private LetterFrame Frame(Locale locale) => new(
        snapshot.Site.Name,
        links.Home(locale.Code),
        snapshot.Site.Accent.Hex,
        snapshot.Site.Accent.TextOn,
        [
            .. snapshot.Site.Contact.Email is null ? Array.Empty<string>() : [texts["Mail.Reply"]],
            .. snapshot.Site.Imprint.GetValueOrDefault(locale.Code) ?? [],
        ]);

    // What was typed is one address and nothing else, not a list and not a name with an address.
    private static MailboxAddress MailboxOf(string to) => MailboxAddress.TryParse(to, out var mailbox) && string.Equals(mailbox.Address, to, StringComparison.OrdinalIgnoreCase)
        ? new MailboxAddress(null, mailbox.Address)
        : throw new FormatException("The recipient is no mail address.");
}
