using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;

namespace Portal.Web.Operations;

/// <summary>
/// How many requests a minute one client may make: <c>RateLimits:Posts</c>, <c>:Searches</c>, <c>:Pages</c> and, for who has shown an API key, <c>:Keys</c>; 0 means no limit.
/// Counted by each node on its own. Requests from this machine are not counted: they come from people at work or from a proxy that hides whom they come from.
/// </summary>
public sealed record RateLimits(int Posts, int Searches, int Pages, int Keys)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <exception cref="SettingException">A limit is not a number or is negative.</exception>
    public static RateLimits Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new RateLimits(Of("Posts", 60), Of("Searches", 300), Of("Pages", 600), Of("Keys", 1200));

        int Of(string name, int usual) => configuration[$"RateLimits:{name}"] is not { Length: > 0 } text ? usual
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit
            : throw new SettingException($"RateLimits:{name} is '{text}'; it is a number of requests a minute, 0 for no limit.");
    }

    /// <summary>Registers the limits; refused requests are answered with 429 and <c>Retry-After</c>.</summary>
    public void AddTo(IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(PartitionOf);
        limiter.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    });

    private RateLimitPartition<string> PartitionOf(HttpContext context)
    {
        var request = context.Request;
        // What is shown instead of a refused or failed page counts for nothing, and neither do probes.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<IExceptionHandlerFeature>() is not null
            || request.Path.Value is "/healthz" or "/readyz")
        {
            return RateLimitPartition.GetNoLimiter("");
        }

        if (context.User is { Identity.IsAuthenticated: true } caller)
        {
            return Limit($"key:{caller.FindFirstValue(ClaimTypes.NameIdentifier) ?? caller.Identity.Name}", Keys);
        }

        var address = context.Connection.RemoteIpAddress;
        var (kind, limit) = KindOf(request);
        return address is null || IPAddress.IsLoopback(address) ? RateLimitPartition.GetNoLimiter("") : Limit($"{kind}:{ClientNetwork.Of(address)}", limit);
    }

    private (string Kind, int Limit) KindOf(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        var isReading = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        return path.Equals("/api/stripe/webhook", StringComparison.OrdinalIgnoreCase) ? ("webhook", Keys)
            : !isReading ? ("post", Posts)
            : path.StartsWith("/api/", StringComparison.OrdinalIgnoreCase) || path.EndsWith("/search", StringComparison.OrdinalIgnoreCase) ? ("search", Searches)
            : ("page", Pages);
    }

    private static RateLimitPartition<string> Limit(string key, int limit) => limit == 0
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = Window, QueueLimit = 0 });
}
