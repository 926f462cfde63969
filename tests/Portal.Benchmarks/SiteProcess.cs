using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Portal.Benchmarks;

/// <summary>The site as a process of its own, without limits on callers.</summary>
internal sealed class SiteProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _data;

    private readonly BenchDatabase _database;

    private SiteProcess(Process process, Uri address, string data, BenchDatabase database) => (_process, Address, _data, _database) = (process, address, data, database);

    public Uri Address { get; }

    public static async Task<SiteProcess> StartAsync(BenchDatabase database)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var data = Directory.CreateTempSubdirectory("portal-bench-data-").FullName;
        var process = Process.Start(new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"), "serve",
            $"--urls={address.GetLeftPart(UriPartial.Authority)}",
            $"--Content:Root={ContentSet.Shipped}",
            $"--Data:Root={data}",
            "--Site:Url=http://portal.example",
            "--RateLimits:Posts=0", "--RateLimits:Searches=0", "--RateLimits:Pages=0", "--RateLimits:Keys=0",
            .. database.Settings,
        ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["DOTNET_ENVIRONMENT"] = "Production", ["Logging__LogLevel__Default"] = "Warning" },
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await IsUpAsync(client, address))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The site ended with {process.ExitCode}.");
            }

            await timer.WaitForNextTickAsync();
        }

        return new SiteProcess(process, address, data, database);
    }

    /// <summary>A key for the API, as an operator makes one.</summary>
    public async Task<string> NewKeyAsync()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"), "keys", "new", "--name", "benchmark"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["Database__Provider"] = _database.Name,
                ["ConnectionStrings__Portal"] = _database.Connection,
                ["Data__Root"] = _data,
                ["Content__Root"] = ContentSet.Shipped,
                ["Site__Url"] = "http://portal.example",
            },
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(await errors);
        }

        return output.Split((char[]?)null).First(word => word.StartsWith("portal_", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static async Task<bool> IsUpAsync(HttpClient client, Uri address)
    {
        try
        {
            return (await client.GetAsync(new Uri(address, "/readyz"))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
