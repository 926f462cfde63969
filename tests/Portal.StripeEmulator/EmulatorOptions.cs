using System.Globalization;

namespace Portal.StripeEmulator;

/// <summary>How an emulator is set up.</summary>
public sealed record EmulatorOptions
{
    /// <summary>What the command line takes.</summary>
    public const string Usage = "Usage: Portal.StripeEmulator [--urls http://127.0.0.1:12111] [--webhook-url URL] [--webhook-secret whsec_…] [--tick MILLISECONDS] [--seed NUMBER]";

    /// <summary>Where it listens; port 0 picks a free one.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:0";

    /// <summary>Where events are sent; null sends none until it is set.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>The secret that events are signed with.</summary>
    public string WebhookSecret { get; init; } = "whsec_emulator";

    /// <summary>What starts all by itself: how often refunds advance and events are delivered. Null: only when a control call says so.</summary>
    public TimeSpan? Tick { get; init; }

    /// <summary>Seeds the dice of <see cref="FaultMix"/>.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Where the time of objects, events and signatures comes from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Reads the command line; null when it makes no sense. A program of its own ticks, five times a second unless told otherwise.</summary>
    public static EmulatorOptions? Read(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var options = new EmulatorOptions { Urls = "http://127.0.0.1:12111", Tick = TimeSpan.FromMilliseconds(200) };
        for (var index = 0; index < args.Count; index += 2)
        {
            var value = index + 1 < args.Count ? args[index + 1] : null;
            options = (args[index], value) switch
            {
                ("--urls", { } urls) => options with { Urls = urls },
                ("--webhook-url", { } url) when Uri.TryCreate(url, UriKind.Absolute, out var address) => options with { WebhookUrl = address },
                ("--webhook-secret", { } secret) => options with { WebhookSecret = secret },
                ("--tick", { } text) when int.TryParse(text, CultureInfo.InvariantCulture, out var milliseconds) =>
                    options with { Tick = milliseconds > 0 ? TimeSpan.FromMilliseconds(milliseconds) : null },
                ("--seed", { } text) when int.TryParse(text, CultureInfo.InvariantCulture, out var seed) => options with { Seed = seed },
                _ => null,
            };
            if (options is null)
            {
                return null;
            }
        }

        return options;
    }
}
