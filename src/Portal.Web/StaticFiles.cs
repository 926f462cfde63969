using Microsoft.Net.Http.Headers;

namespace Portal.Web;

/// <summary>How stylesheets, scripts and images are served: for a year when the address carries their hash.</summary>
public static class StaticFiles
{
    public static StaticFileOptions Options { get; } = new()
    {
        OnPrepareResponse = context => context.Context.Response.Headers[HeaderNames.CacheControl] =
            context.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=300",
    };
}
