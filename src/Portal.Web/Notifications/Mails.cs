using NodaTime;
using Portal.Returns.Cases;
using Portal.Web.Cases;
using Portal.Web.Data;
using Portal.Web.Orders;
using Portal.Web.Payments;

namespace Portal.Web.Notifications;

/// <summary>
/// Writes mail rows into the caller's context, to be stored by the caller's own <c>SaveChanges</c>: what happened and the mail that tells it are one transaction.
/// </summary>
public sealed class Mails(PortalDbContext database, TimeProvider clock)
{
    /// <summary>Tells what was decided about a new case. One that is to be sent back gets its slip in the same mail.</summary>
    /// <param name="opened">The case with its lines.</param>
    public void AddCaseOpened(ReturnCase opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        Add(IsToBeSent(opened) ? MailKind.Slip : MailKind.CaseOpened, opened.Id);
    }

    /// <summary>Tells that a person has approved a case: with the slip when something is to be sent back, else with what happens next.</summary>
    /// <param name="approved">The case with its lines, already moved and its version raised.</param>
    public void AddApproved(ReturnCase approved)
    {
        ArgumentNullException.ThrowIfNull(approved);
        Add(IsToBeSent(approved) ? MailKind.Slip : MailKind.CaseOpened, approved.Id, approved.Version);
    }

    /// <summary>Tells that a case was refused.</summary>
    /// <param name="refused">The case, already moved and its version raised: it may be refused again after another look.</param>
    public void AddRefused(ReturnCase refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        Add(MailKind.Refused, refused.Id, refused.Version);
    }

    /// <summary>Tells that a refund succeeded, where to, and when the bank shows it.</summary>
    public void AddRefunded(Refund refund)
    {
        ArgumentNullException.ThrowIfNull(refund);
        Add(MailKind.Refunded, refund.Id);
    }

    /// <summary>Tells that a refund failed and what happens now.</summary>
    public void AddRefundFailed(Refund refund)
    {
        ArgumentNullException.ThrowIfNull(refund);
        Add(MailKind.RefundFailed, refund.Id);
    }

    /// <summary>Acknowledges a withdrawal with its content, date and time.</summary>
    public void AddWithdrawalAcknowledged(Withdrawal withdrawal)
    {
        ArgumentNullException.ThrowIfNull(withdrawal);
        Add(MailKind.WithdrawalAcknowledged, withdrawal.Id);
    }

    /// <summary>Sends the way to its orders to an address, if it has any.</summary>
    /// <param name="email">Normalized (<see cref="EmailAddress"/>).</param>
    /// <param name="locale">The locale of the request.</param>
    public void AddOrderLinks(string email, string locale)
    {
        var id = Guid.CreateVersion7();
        Add(MailKind.OrderLinks, id, id: id, to: email, locale: locale);
    }

    private static bool IsToBeSent(ReturnCase opened) => opened.State == CaseState.Open && opened.Lines.Exists(line => line.IsSentBack);

    private void Add(MailKind kind, Guid subject, int occasion = 0, Guid? id = null, string? to = null, string? locale = null)
    {
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        database.Mails.Add(new Mail
        {
            Id = id ?? Guid.CreateVersion7(),
            Kind = kind,
            SubjectId = subject,
            Occasion = occasion,
            To = to,
            Locale = locale,
            CreatedAt = now,
            NextAt = now,
        });
    }
}
