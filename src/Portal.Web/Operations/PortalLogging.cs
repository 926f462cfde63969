using System.Diagnostics;
using Microsoft.Extensions.Logging.Console;

namespace Portal.Web.Operations;

/// <summary>
/// Logs that can be kept: nothing in them names a person or opens a door. Outside Development every line is a JSON object.
/// The framework writes addresses, with what was searched for and with signed links, below Warning; whatever levels are set, that stays out, and one line of our own takes its place.
/// </summary>
public static class PortalLogging
{
    // These write whole addresses or what was typed. Their warnings and errors do not.
    private static readonly string[] Talkative = ["Microsoft.AspNetCore", "System.Net.Http", "Microsoft.Extensions.Localization"];

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    public static WebApplicationBuilder AddPortalLogging(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Logging.AddJsonConsole(json =>
        {
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "O";
            // A scope of the framework holds the request's address.
            json.IncludeScopes = false;
        });
        builder.Services
            .Configure<ConsoleLoggerOptions>(console => console.FormatterName = builder.Configuration["Logging:Console:FormatterName"] is { Length: > 0 } chosen ? chosen
                : builder.Environment.IsDevelopment() ? ConsoleFormatterNames.Simple
                : ConsoleFormatterNames.Json)
            .PostConfigure<LoggerFilterOptions>(Silence);
        return builder;
    }

    /// <summary>Writes one line for every request: its route and not its address, how it was answered and how long that took.</summary>
    public static IApplicationBuilder UseRequestLog(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Portal.Web.Requests");
        return app.Use(async (context, next) =>
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                await next(context);
            }
            finally
            {
                if (log.IsEnabled(LogLevel.Information))
                {
                    log.LogInformation(
                        "{Method} {Route} {Status} in {Milliseconds:F0} ms {TraceId}",
                        KnownMethod(context.Request.Method),
                        RouteOf(context),
                        context.Response.StatusCode,
                        Stopwatch.GetElapsedTime(started).TotalMilliseconds,
                        Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier);
                }
            }
        });
    }

    /// <summary>The pattern of the route that answered; never the address itself.</summary>
    public static string RouteOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } pattern ? $"/{pattern.TrimStart('/')}" : "(none)";
    }

    // Anything may stand where the method should.
    private static string KnownMethod(string method) =>
        Methods.FirstOrDefault(known => string.Equals(known, method, StringComparison.OrdinalIgnoreCase)) ?? "(other)";

    private static void Silence(LoggerFilterOptions options)
    {
        var rules = options.Rules.Prepend(new LoggerFilterRule(providerName: null, categoryName: null, options.MinLevel, filter: null)).ToList();
        options.Rules.Clear();
        foreach (var rule in rules)
        {
            options.Rules.Add(new LoggerFilterRule(rule.ProviderName, rule.CategoryName, rule.LogLevel, (provider, category, level) =>
                (rule.Filter?.Invoke(provider, category, level) ?? true) && IsHarmless(category ?? "", level)));
        }
    }

    private static bool IsHarmless(string category, LogLevel level) =>
        level >= LogLevel.Warning || !Talkative.Any(name => category.StartsWith(name, StringComparison.Ordinal));
}
