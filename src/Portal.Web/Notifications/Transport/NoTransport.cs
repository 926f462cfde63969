using MimeKit;

namespace Portal.Web.Notifications.Transport;

/// <summary>No mail server is set: mails wait in their table until one is.</summary>
public sealed class NoTransport : IMailTransport
{
    public string? Obstacle => "Mails wait: Smtp:Host is not set.";

    public Task<MailAnswer> SendAsync(MimeMessage message) => Task.FromResult<MailAnswer>(new MailAnswer.Later("no-server"));
}
