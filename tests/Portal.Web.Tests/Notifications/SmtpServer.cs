using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace Portal.Web.Tests.Notifications;

/// <summary>A real mail server (aiosmtpd) on this machine that keeps what it accepts in a Maildir.</summary>
public sealed class SmtpServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-smtp-").FullName;
    private Process? _server;
    private Task _chatter = Task.CompletedTask;

    public int Port { get; private set; }

    private string Box => Path.Combine(_folder, "box");

    /// <summary>What it has accepted so far for an address, oldest first.</summary>
    public IReadOnlyList<MimeMessage> MailsTo(string address) =>
        Mails().Where(mail => mail.To.Mailboxes.Any(mailbox => mailbox.Address == address)).ToList();

    /// <summary>Everything that it has accepted so far, oldest first.</summary>
    public IEnumerable<MimeMessage> Mails()
    {
        var folder = Path.Combine(Box, "new");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder).OrderBy(File.GetLastWriteTimeUtc).Select(file => MimeMessage.Load(file)) : [];
    }

    public async ValueTask InitializeAsync()
    {
        Port = FreePort();
        var start = new ProcessStartInfo("/usr/bin/python3", ["-u", "-m", "aiosmtpd", "-n", "-d", "-d", "-l", $"127.0.0.1:{Port}", "-c", "aiosmtpd.handlers.Mailbox", Box])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        _server = Process.Start(start)!;
        using var time = new CancellationTokenSource(Patience);
        string? line;
        do
        {
            line = await _server.StandardError.ReadLineAsync(time.Token);
        }
        while (line is not null && !line.Contains("listening", StringComparison.OrdinalIgnoreCase));
        Assert.True(line is not null, "aiosmtpd did not start; bash tests/run.sh installs it (python3-aiosmtpd).");

        // Its chatter is read on, so that it never waits for a reader.
        _chatter = _server.StandardError.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            _server.Kill(entireProcessTree: true);
            await _server.WaitForExitAsync();
            await _chatter;
            _server.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
