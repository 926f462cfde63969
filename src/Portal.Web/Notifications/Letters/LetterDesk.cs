using Microsoft.EntityFrameworkCore;
using Portal.Web.Cases;
using Portal.Web.Content;
using Portal.Web.Data;
using Portal.Web.Orders;

namespace Portal.Web.Notifications.Letters;

/// <summary>Turns a mail row into its letter, with what is true when it is sent.</summary>
public sealed class LetterDesk(PortalDbContext database, CaseReader cases, CaseLetters caseLetters, RefundLetters refundLetters, WithdrawalLetters withdrawalLetters, OrderLetters orderLetters, Snapshot snapshot)
{
    /// <summary>The letter; null when there is nobody to write to, or nothing that would still be true.</summary>
    public Task<Letter?> WriteAsync(Mail mail, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return mail.Kind switch
        {
            MailKind.CaseOpened or MailKind.Slip or MailKind.Refused => WriteCaseAsync(mail, cancellation),
            MailKind.Refunded or MailKind.RefundFailed => WriteRefundAsync(mail, cancellation),
            MailKind.WithdrawalAcknowledged => WriteWithdrawalAsync(mail, cancellation),
            MailKind.OrderLinks => WriteOrdersAsync(mail, cancellation),
            _ => throw new InvalidOperationException($"No words for a mail of kind {mail.Kind}."),
        };
    }

    private async Task<Letter?> WriteCaseAsync(Mail mail, CancellationToken cancellation)
    {
        if (await cases.LoadAsync(mail.SubjectId, cancellation) is not { } loaded || Recipient(loaded) is not { } to)
        {
            return null;
        }

        Speak(loaded.Case.Locale);
        return mail.Kind switch
        {
            MailKind.CaseOpened => caseLetters.Opened(to, loaded),
            MailKind.Slip => caseLetters.Slip(to, loaded),
            _ => caseLetters.Refused(to, loaded),
        };
    }

    private async Task<Letter?> WriteRefundAsync(Mail mail, CancellationToken cancellation)
    {
        var caseId = await database.Refunds.Where(row => row.Id == mail.SubjectId).Select(row => (Guid?)row.CaseId).SingleOrDefaultAsync(cancellation);
        if (caseId is not { } id || await cases.LoadAsync(id, cancellation) is not { } loaded || Recipient(loaded) is not { } to)
        {
            return null;
        }

        Speak(loaded.Case.Locale);
        var refund = loaded.Refunds.Single(row => row.Id == mail.SubjectId);
        return mail.Kind == MailKind.Refunded ? refundLetters.Refunded(to, loaded, refund) : refundLetters.Failed(to, loaded, refund);
    }

    private async Task<Letter?> WriteWithdrawalAsync(Mail mail, CancellationToken cancellation)
    {
        if (await database.Withdrawals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == mail.SubjectId, cancellation) is not { } withdrawal || !EmailAddress.LooksRight(withdrawal.Email))
        {
            return null;
        }

        Speak(withdrawal.Locale);
        return withdrawalLetters.Acknowledged(withdrawal);
    }

    private async Task<Letter?> WriteOrdersAsync(Mail mail, CancellationToken cancellation)
    {
        if (!EmailAddress.LooksRight(mail.To))
        {
            return null;
        }

        Speak(mail.Locale);
        return await orderLetters.LinksAsync(mail.To!, cancellation);
    }

    // The buyer of a gift hears nothing of what its recipient does.
    private static string? Recipient(LoadedCase loaded)
    {
        var to = loaded.Case.Party == Party.Recipient ? loaded.Case.Contact : loaded.Order.Order.Email;
        return EmailAddress.LooksRight(to) ? to : null;
    }

    private void Speak(string? code) => (snapshot.Site.Locales.FirstOrDefault(locale => string.Equals(locale.Code, code, StringComparison.Ordinal)) ?? snapshot.Site.DefaultLocale).Speak();
}
