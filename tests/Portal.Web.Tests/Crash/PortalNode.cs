using System.Diagnostics;
using System.Net.NetworkInformation;
using Portal.Web.Tests.Commands;

namespace Portal.Web.Tests.Crash;

/// <summary>The program as a process of its own, which can be killed and started again.</summary>
internal sealed class PortalNode(string name, string folder, IReadOnlyList<string> settings) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(5) };

    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Everything that it has written, over all its lives.</summary>
    public string LogFile { get; } = Path.Combine(folder, $"{name}.log");

    public int Kills { get; private set; }

    /// <summary>How long its last start took.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <summary>Starts it; it answers when this returns.</summary>
    public async Task StartAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        _process = Process.Start(PortalProcess.How(folder, ["serve", $"--urls={Address.GetLeftPart(UriPartial.Authority)}", .. settings]))!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Poll.UntilAsync(IsUpAsync, Patience, $"{name} to answer; see {LogFile}");
        StartedIn = Stopwatch.GetElapsedTime(begun);
    }

    /// <summary>SIGKILL: nothing in it gets to finish.</summary>
    public void Kill()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
            Kills++;
        }
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process?.Dispose();
        _client.Dispose();
    }

    private async Task<bool> IsUpAsync()
    {
        if (_process!.HasExited)
        {
            throw new InvalidOperationException($"{name} ended with {_process.ExitCode}:\n{await File.ReadAllTextAsync(LogFile)}");
        }

        try
        {
            return (await _client.GetAsync(new Uri(Address, "/healthz"))).IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (LogFile)
        {
            File.AppendAllText(LogFile, line.Data + "\n");
        }
    }

    // Below those that the system gives to outgoing calls, which could take it while the node is down.
    private static int FreePort()
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port).ToHashSet();
        return Enumerable.Range(20_000, 10_000).OrderBy(_ => Random.Shared.Next()).First(port => !taken.Contains(port));
    }
}
