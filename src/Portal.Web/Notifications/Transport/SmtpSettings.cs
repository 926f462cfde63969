using System.Globalization;
using MailKit.Security;

namespace Portal.Web.Notifications.Transport;

/// <summary>How to reach the mail server (<c>Smtp:*</c>).</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="User">Who signs in, or null.</param>
/// <param name="Password">With what.</param>
public sealed record SmtpSettings(string Host, int Port, SecureSocketOptions Security, string? User, string Password)
{
    private const int MaxPort = 65535;

    /// <summary>True when the password may only travel encrypted; always, unless encryption was switched off by name.</summary>
    public bool NeedsEncryption => User is not null && Security != SecureSocketOptions.None;

    /// <summary>Reads the settings; null when no server is named.</summary>
    /// <exception cref="SettingException">A setting cannot be used.</exception>
    public static SmtpSettings? Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["Smtp:Host"] is not { Length: > 0 } host)
        {
            return null;
        }

        var (security, port) = configuration["Smtp:Security"] switch
        {
            null or "" or "Auto" => (SecureSocketOptions.Auto, 587),
            "None" => (SecureSocketOptions.None, 25),
            "StartTls" => (SecureSocketOptions.StartTls, 587),
            "Tls" => (SecureSocketOptions.SslOnConnect, 465),
            var other => throw new SettingException($"Smtp:Security is '{other}'; it can be None, StartTls, Tls or Auto."),
        };
        if (configuration["Smtp:Port"] is { Length: > 0 } typed && (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > MaxPort))
        {
            throw new SettingException($"Smtp:Port is '{typed}'; it must be a number from 1 to {MaxPort}.");
        }

        return new SmtpSettings(host, port, security, configuration["Smtp:User"] is { Length: > 0 } user ? user : null, configuration["Smtp:Password"] ?? "");
    }
}
