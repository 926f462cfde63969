using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Portal.Web.Operations;

/// <summary>Sends traces and metrics by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to. The other OTEL_ variables hold too.</summary>
public static class Telemetry
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 })
        {
            return services;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("portal"))
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(web =>
                {
                    web.Filter = context => context.Request.Path.Value is not ("/healthz" or "/readyz");
                    // Addresses hold order numbers and signed links; the route does not. Queries are redacted by the package.
                    web.EnrichWithHttpResponse = (activity, response) => activity.SetTag("url.path", PortalLogging.RouteOf(response.HttpContext));
                    web.EnrichWithException = (activity, _) => activity.SetTag("url.path", null);
                })
                .AddHttpClientInstrumentation()
                .AddNpgsql()
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter(PortalMetrics.Meter)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter());
        return services;
    }
}
