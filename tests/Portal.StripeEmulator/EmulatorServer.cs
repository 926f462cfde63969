using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Portal.StripeEmulator;

/// <summary>An emulator that listens on a port: Stripe's API below <c>/v1</c>, control calls below <c>/emulator</c>.</summary>
public sealed class EmulatorServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _ticking;

    private EmulatorServer(WebApplication app, Emulator emulator, TimeSpan? tick)
    {
        (_app, Emulator) = (app, emulator);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        _ticking = tick is { } pause ? TickAsync(pause) : Task.CompletedTask;
    }

    public Emulator Emulator { get; }

    /// <summary>Where it listens, without a slash at the end when written with <see cref="ApiBase"/>.</summary>
    public Uri Address { get; }

    /// <summary>What <c>StripeClient</c> takes as <c>apiBase</c>.</summary>
    public string ApiBase => Address.ToString().TrimEnd('/');

    /// <summary>Starts one; it answers when this returns.</summary>
    public static async Task<EmulatorServer> StartAsync(EmulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(options.Urls);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        // Connections that hang on purpose must not hold up the end.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        var app = builder.Build();
        var emulator = new Emulator(options);
        app.MapStripe(emulator);
        app.MapControl(emulator);
        await app.StartAsync();
        return new EmulatorServer(app, emulator, options.Tick);
    }

    /// <summary>Until the program is told to stop.</summary>
    public Task WaitAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _ticking;
        await _app.StopAsync();
        await _app.DisposeAsync();
        Emulator.Dispose();
        _stopping.Dispose();
    }

    private async Task TickAsync(TimeSpan pause)
    {
        using var timer = new PeriodicTimer(pause);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                Emulator.Advance();
                await Emulator.Webhooks.DeliverAsync(_stopping.Token);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The end.
        }
    }
}
