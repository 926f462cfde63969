using MimeKit;

namespace Portal.Web.Notifications.Transport;

/// <summary>Something that takes mails on.</summary>
public interface IMailTransport
{
    /// <summary>Why nothing can be sent with the settings as they are, for logs and <c>/readyz</c>; null when it can.</summary>
    string? Obstacle { get; }

    /// <summary>Hands a message over. What servers and networks do is an answer, not an exception.</summary>
    Task<MailAnswer> SendAsync(MimeMessage message);
}

/// <summary>What became of a message. Codes are for logs: they hold no address and no words of the mail.</summary>
public abstract record MailAnswer
{
    private MailAnswer()
    {
    }

    /// <summary>The server has taken it on.</summary>
    public sealed record Accepted : MailAnswer;

    /// <summary>Nothing was to be sent.</summary>
    public sealed record Nothing : MailAnswer;

    /// <summary>The server will never take it for this recipient.</summary>
    public sealed record Rejected(string Code) : MailAnswer;

    /// <summary>Not now.</summary>
    public sealed record Later(string Code) : MailAnswer;
}
