using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Portal.Web.Tests.Commands;

/// <summary>The program itself, as an operator starts it.</summary>
public sealed class PortalProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private readonly StringBuilder _said = new();

    private readonly Task _errors;

    private PortalProcess(Process process)
    {
        _process = process;
        _errors = ReadErrorsAsync();
    }

    /// <summary>What it has said so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    public static PortalProcess Start(string folder, params string[] arguments) => Start(How(folder, arguments));

    public static PortalProcess Start(ProcessStartInfo how) => new(Process.Start(how)!);

    /// <summary>How the program is started outside development, with all three streams in our hands.</summary>
    public static ProcessStartInfo How(string folder, params IEnumerable<string> arguments) => new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"), .. arguments])
    {
        WorkingDirectory = folder,
        UseShellExecute = false,
        RedirectStandardError = true,
        RedirectStandardOutput = true,
        RedirectStandardInput = true,
        Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["DOTNET_ENVIRONMENT"] = "Production" },
    };

    /// <summary>Reads on until it says these words.</summary>
    /// <returns>The line.</returns>
    public async Task<string> WaitForAsync(string words)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            Note(line);
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return line;
            }
        }

        await _errors;
        throw new InvalidOperationException($"It ended without \"{words}\": {Said}");
    }

    /// <summary>Where it serves, once it does.</summary>
    public async Task<Uri> AddressAsync() =>
        new(JsonDocument.Parse(await WaitForAsync("Now listening on")).RootElement.GetProperty("State").GetProperty("address").GetString()!);

    /// <summary>Asks it to end, as a service manager does.</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();

    /// <summary>Nobody sits at the keyboard.</summary>
    public void CloseInput() => _process.StandardInput.Close();

    /// <summary>Its exit status, once it has ended.</summary>
    public async Task<int> ExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            Note(line);
        }

        await _process.WaitForExitAsync(patience.Token);
        await _errors;
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            Note(line);
        }
    }

    private void Note(string line)
    {
        lock (_said)
        {
            _said.AppendLine(line);
        }
    }
}
