using System.Collections.Concurrent;
using MimeKit;
using Portal.Web.Notifications.Transport;

namespace Portal.Web.Tests.Notifications;

/// <summary>Takes every mail, or answers as a test wants, and remembers what it was handed.</summary>
internal sealed class ScriptedTransport : IMailTransport
{
    public ConcurrentQueue<MimeMessage> Handed { get; } = new();

    public Func<MimeMessage, MailAnswer> Answer { get; set; } = _ => new MailAnswer.Accepted();

    public string? Obstacle => null;

    public Task<MailAnswer> SendAsync(MimeMessage message)
    {
        Handed.Enqueue(message);
        return Task.FromResult(Answer(message));
    }
}
