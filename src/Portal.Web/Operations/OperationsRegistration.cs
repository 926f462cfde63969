namespace Portal.Web.Operations;

/// <summary>Registers what keeps the site running: limits, daily jobs, health, telemetry, retention.</summary>
public static class OperationsRegistration
{
    private static readonly TimeSpan Shutdown = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        RateLimits.Read(configuration).AddTo(services);
        return services
            .Configure<ForwardedHeadersOptions>(options => ReverseProxy.Configure(options, configuration))
            // Long enough for requests and for the rows in hand; workers stop together.
            .Configure<HostOptions>(host =>
            {
                host.ShutdownTimeout = Shutdown;
                host.ServicesStopConcurrently = true;
            })
            .AddSingleton(Retention.Read(configuration))
            .AddScoped<Forgetting>()
            .AddScoped<IErasure, OrderErasure>()
            .AddScoped<IErasure, CaseErasure>()
            .AddScoped<IErasure, MailErasure>()
            .AddScoped<IDailyJob, RetentionJob>()
            .AddScoped<IDailyJob, Housekeeping>()
            .AddSingleton<DailyJobs>()
            .AddHostedService(provider => provider.GetRequiredService<DailyJobs>())
            .AddScoped<IWaitingRows, WaitingRefunds>()
            .AddScoped<IWaitingRows, WaitingMails>()
            .AddScoped<IWaitingRows, WaitingStripeEvents>()
            .AddSingleton<ReadinessProbe>()
            .AddSingleton<PortalGauges>()
            .AddHostedService(provider => provider.GetRequiredService<PortalGauges>())
            .AddTelemetry(configuration);
    }

    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("ok")).ExcludeFromDescription();
        routes.MapGet("/readyz", async (ReadinessProbe probe, CancellationToken cancellation) =>
        {
            var readiness = await probe.LookAsync(cancellation);
            return Results.Json(readiness, statusCode: readiness.Status is "unhealthy" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        }).ExcludeFromDescription();
    }
}
