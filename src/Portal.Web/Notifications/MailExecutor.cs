using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;
using Portal.Web.Notifications.Letters;
using Portal.Web.Notifications.Transport;

namespace Portal.Web.Notifications;

/// <summary>Carries mail rows to the server, one at a time, each held by a lease. A mail is sent twice only if the program dies between the server's yes and the row's.</summary>
public sealed class MailExecutor(PortalDbContext database, LetterDesk desk, LetterPress press, IMailTransport transport, TimeProvider clock, ILogger<MailExecutor> log)
{
    private const int Candidates = 5;
    private const int Tries = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Works on the mail that has waited longest. False when none is due.</summary>
    public async Task<bool> SendNextAsync(CancellationToken cancellation = default)
    {
        if (await ClaimAsync(cancellation) is not { } mail)
        {
            return false;
        }

        // From here on a shutdown waits: what the server may have accepted is written down.
        var answer = await TrySendAsync(mail);
        await FinishAsync(mail, answer);
        return true;
    }

    // Another node may take the first in between; then the next is tried.
    private async Task<Mail?> ClaimAsync(CancellationToken cancellation)
    {
        var now = Now;
        var due = database.Mails.Where(mail => mail.State == MailState.Waiting && mail.NextAt <= now && (mail.LeaseUntil == null || mail.LeaseUntil < now));
        foreach (var id in await due.OrderBy(mail => mail.NextAt).Select(mail => mail.Id).Take(Candidates).ToListAsync(cancellation))
        {
            var claimed = await due
                .Where(mail => mail.Id == id)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(mail => mail.LeaseUntil, now + MailPatience.Lease)
                    .SetProperty(mail => mail.Attempts, mail => mail.Attempts + 1), cancellation);
            if (claimed == 1)
            {
                return await database.Mails.AsNoTracking().SingleAsync(mail => mail.Id == id, cancellation);
            }
        }

        return null;
    }

    private async Task<MailAnswer> TrySendAsync(Mail mail)
    {
        try
        {
            return await desk.WriteAsync(mail) is { } letter ? await transport.SendAsync(await press.PrintAsync(mail, letter)) : new MailAnswer.Nothing();
        }
        catch (FormatException)
        {
            return new MailAnswer.Rejected("no-address");
        }
        catch (Exception fault)
        {
            // One mail that cannot be written, for whatever reason, neither stops the others nor is lost.
            log.LogError(fault, "Mail {Mail} of kind {Kind} could not be written.", mail.Id, mail.Kind);
            return new MailAnswer.Later(fault.GetType().Name);
        }
    }

    private Task FinishAsync(Mail mail, MailAnswer answer)
    {
        switch (answer)
        {
            case MailAnswer.Accepted:
                log.LogInformation("Mail {Mail} of kind {Kind} was sent.", mail.Id, mail.Kind);
                return EndAsync(mail, MailState.Sent, Now);
            case MailAnswer.Nothing:
                return EndAsync(mail, MailState.Dropped, sentAt: null);
            case MailAnswer.Rejected rejected:
                log.LogWarning("Mail {Mail} of kind {Kind} was refused for good: {Code}.", mail.Id, mail.Kind, rejected.Code);
                return EndAsync(mail, MailState.Rejected, sentAt: null);
            case MailAnswer.Later later when mail.Attempts == MailPatience.UntilEscalated:
                log.LogError("Mail {Mail} of kind {Kind} could not be sent in {Attempts} tries, at last {Code}: a person has to look. It is tried on.", mail.Id, mail.Kind, mail.Attempts, later.Code);
                return PostponeAsync(mail);
            case MailAnswer.Later later:
                log.LogWarning("Mail {Mail} of kind {Kind} could not be sent, {Code}; it will be tried again.", mail.Id, mail.Kind, later.Code);
                return PostponeAsync(mail);
            default:
                throw new InvalidOperationException($"Nothing is known of {answer.GetType().Name}.");
        }
    }

    private Task EndAsync(Mail mail, MailState state, Instant? sentAt) => PersistAsync(() => database.Mails
        .Where(row => row.Id == mail.Id && row.State == MailState.Waiting)
        .ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, state)
            .SetProperty(row => row.SentAt, sentAt)
            .SetProperty(row => row.LeaseUntil, (Instant?)null)
            .SetProperty(row => row.To, (string?)null), CancellationToken.None));

    private Task PostponeAsync(Mail mail) => PersistAsync(() => database.Mails
        .Where(row => row.Id == mail.Id && row.LeaseUntil == mail.LeaseUntil)
        .ExecuteUpdateAsync(set => set
            .SetProperty(row => row.NextAt, Now + MailPatience.BeforeRetry(mail.Id, mail.Attempts))
            .SetProperty(row => row.LeaseUntil, (Instant?)null), CancellationToken.None));

    // What the server said must not be lost to a database that is busy for a moment.
    private async Task PersistAsync(Func<Task<int>> write)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await write();
                return;
            }
            catch (DbException) when (attempt < Tries)
            {
                await Task.Delay(Pause * (1 << attempt), clock, CancellationToken.None);
            }
        }
    }
}
