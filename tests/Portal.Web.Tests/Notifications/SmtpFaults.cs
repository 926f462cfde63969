using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Portal.Web.Tests.Notifications;

/// <summary>Stands between a client and the mail server and makes one fault happen in the next conversation.</summary>
internal sealed class SmtpFaults : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _work;
    private readonly int _server;

    public SmtpFaults(int server)
    {
        _server = server;
        _listener.Start();
        _work = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The line goes dead when the mail's last line has been read, before the server gets it.</summary>
    public bool DropsBeforeTheServerHasIt { get; set; }

    /// <summary>The line goes dead when the server has accepted the mail, before the client hears of it.</summary>
    public bool DropsAfterTheServerHasIt { get; set; }

    /// <summary>The answer to the next command that starts like this, instead of the server's.</summary>
    public (string Command, string Answer)? Says { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _work;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await TalkAsync(client);
            }
            catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException)
            {
                // The one side or the other hung up, as was asked for.
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var server = new TcpClient();
        await server.ConnectAsync(IPAddress.Loopback, _server, _end.Token);
        using var fromClient = new StreamReader(client.GetStream(), Encoding.Latin1);
        using var fromServer = new StreamReader(server.GetStream(), Encoding.Latin1);
        await ReplyAsync(fromServer, client);
        var isContent = false;
        while (await fromClient.ReadLineAsync(_end.Token) is { } line)
        {
            var isEnd = isContent && line is ".";
            if (isEnd && DropsBeforeTheServerHasIt)
            {
                DropsBeforeTheServerHasIt = false;
                return;
            }

            if (!isContent && Says is { } fault && line.StartsWith(fault.Command, StringComparison.OrdinalIgnoreCase))
            {
                Says = null;
                await WriteAsync(client, fault.Answer);
                continue;
            }

            await WriteAsync(server, line);
            if (isContent && !isEnd)
            {
                continue;
            }

            if (isEnd && DropsAfterTheServerHasIt)
            {
                DropsAfterTheServerHasIt = false;
                await fromServer.ReadLineAsync(_end.Token);
                return;
            }

            isContent = await ReplyAsync(fromServer, client) && line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase);
        }
    }

    // A reply has several lines while a hyphen follows its code. True when the server waits for more.
    private async Task<bool> ReplyAsync(StreamReader server, TcpClient client)
    {
        string? line;
        do
        {
            line = await server.ReadLineAsync(_end.Token) ?? throw new IOException("The server hung up.");
            await WriteAsync(client, line);
        }
        while (line.Length > 3 && line[3] == '-');
        return line.StartsWith("354", StringComparison.Ordinal);
    }

    private async Task WriteAsync(TcpClient to, string line) => await to.GetStream().WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"), _end.Token);
}
