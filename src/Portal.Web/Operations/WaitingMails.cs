using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;
using Portal.Web.Notifications;

namespace Portal.Web.Operations;

/// <summary>Mails that no server has taken on yet.</summary>
public sealed class WaitingMails(PortalDbContext database) : IWaitingRows
{
    public string Name => "mails";

    public Duration Patience => Duration.FromHours(1);

    public Task<Instant?> OldestAsync(CancellationToken cancellation) => database.Mails
        .Where(mail => mail.State == MailState.Waiting)
        .OrderBy(mail => mail.CreatedAt)
        .Select(mail => (Instant?)mail.CreatedAt)
        .FirstOrDefaultAsync(cancellation);
}
