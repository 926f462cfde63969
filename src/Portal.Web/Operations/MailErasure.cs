using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;

namespace Portal.Web.Operations;

/// <summary>Mails keep what kind they were and when they went; addresses go. One that still waits has nobody to go to any more.</summary>
public sealed class MailErasure(PortalDbContext database) : IErasure
{
    public Task EraseAsync(ToForget people, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(people);
        var (orders, withdrawals, emails) = (people.Orders, people.Withdrawals, people.Emails);
        return database.Mails
            .Where(mail => (mail.To != null && emails.Contains(mail.To))
                || withdrawals.Contains(mail.SubjectId)
                || database.Cases.Any(@case => @case.Id == mail.SubjectId && orders.Contains(@case.OrderId))
                || database.Refunds.Any(refund => refund.Id == mail.SubjectId && orders.Contains(refund.OrderId)))
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.To, (string?)null), cancellation);
    }
}
