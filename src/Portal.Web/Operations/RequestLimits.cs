using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Portal.Web.Operations;

/// <summary>How much of a request is read, and for how long it is worked on.</summary>
public static class RequestLimits
{
    /// <summary>The largest body, in bytes.</summary>
    public const int BodyBytes = 256 * 1024;

    /// <summary>The largest sum of all header lines, in bytes.</summary>
    public const int HeaderBytes = 16 * 1024;

    /// <summary>The longest value of a form field, in characters.</summary>
    public const int FormValue = 16 * 1024;

    /// <summary>The most fields of a form.</summary>
    public const int FormFields = 1000;

    /// <summary>How long an answer may take.</summary>
    public static readonly TimeSpan Answer = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Headers = TimeSpan.FromSeconds(15);

    public static WebApplicationBuilder AddRequestLimits(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = HeaderBytes;
            kestrel.Limits.RequestHeadersTimeout = Headers;
        });
        builder.Services
            .Configure<FormOptions>(form =>
            {
                form.ValueCountLimit = FormFields;
                form.KeyLengthLimit = 256;
                form.ValueLengthLimit = FormValue;
                form.BufferBodyLengthLimit = BodyBytes;
                form.MultipartBodyLengthLimit = BodyBytes;
                form.MultipartBoundaryLengthLimit = 128;
                form.MultipartHeadersCountLimit = 8;
                form.MultipartHeadersLengthLimit = 4 * 1024;
            })
            .AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = Answer, TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable });
        return builder;
    }

    /// <summary>Answers a request that cannot be read with what is wrong with it, instead of with our own failure.</summary>
    public static IApplicationBuilder UseBadRequests(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = fault.StatusCode;
        }
        catch (InvalidDataException) when (!context.Response.HasStarted)
        {
            // A form beyond its limits.
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    });
}
