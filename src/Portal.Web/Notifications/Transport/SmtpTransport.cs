using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Portal.Web.Notifications.Transport;

/// <summary>Sends through a mail server.</summary>
public sealed class SmtpTransport(SmtpSettings settings, TimeProvider clock) : IMailTransport
{
    /// <summary>A whole conversation with the server takes no longer. It must end well before a mail's lease does.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private const int FirstPermanent = 500;

    public string? Obstacle => null;

    public async Task<MailAnswer> SendAsync(MimeMessage message)
    {
        using var time = new CancellationTokenSource(Patience, clock);
        using var server = new SmtpClient();

        // As HttpClient does it: many mail servers have certificates whose lists of revocations cannot be reached from where shops run.
        server.CheckCertificateRevocation = false;
        server.Timeout = (int)Patience.TotalMilliseconds;
        try
        {
            await server.ConnectAsync(settings.Host, settings.Port, settings.Security, time.Token);
            if (settings.NeedsEncryption && !server.IsSecure)
            {
                return new MailAnswer.Later("no-encryption");
            }

            if (settings.User is { } user)
            {
                await server.AuthenticateAsync(user, settings.Password, time.Token);
            }

            await server.SendAsync(message, time.Token);
        }
        catch (SmtpCommandException fault)
        {
            return Judge(fault);
        }
        catch (AuthenticationException)
        {
            return new MailAnswer.Later("sign-in-refused");
        }
        catch (NotSupportedException)
        {
            // An address beyond ASCII, and a server that cannot carry it.
            return new MailAnswer.Rejected("address-not-supported");
        }
        catch (Exception fault) when (fault is IOException or SocketException or ProtocolException or SslHandshakeException or ServiceNotConnectedException or TimeoutException or OperationCanceledException)
        {
            return new MailAnswer.Later(fault.GetType().Name);
        }

        await LeaveAsync(server, time.Token);
        return new MailAnswer.Accepted();
    }

    // The mail is out of our hands already: a server that hangs up without a farewell changes nothing.
    private static async Task LeaveAsync(SmtpClient server, CancellationToken cancellation)
    {
        try
        {
            await server.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception fault) when (fault is IOException or SocketException or ProtocolException or CommandException or ServiceNotConnectedException or OperationCanceledException)
        {
            // As said above.
        }
    }

    // A permanent answer about the recipient ends it. One about policy or relaying ("5.7.x"), the sender or the content is ours to mend, and the mail can wait for that.
    private static MailAnswer Judge(SmtpCommandException fault)
    {
        var code = $"{fault.ErrorCode}-{(int)fault.StatusCode}";
        return fault.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)fault.StatusCode >= FirstPermanent && !fault.Message.StartsWith("5.7.", StringComparison.Ordinal)
            ? new MailAnswer.Rejected(code)
            : new MailAnswer.Later(code);
    }
}
